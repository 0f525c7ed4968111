"""How much a decoded text looks like something a person wrote, to tell GB18030, Big5 and UTF-16 apart."""

from __future__ import annotations

from typing import Final

_COMMON: Final = frozenset(
    # the characters that make up four fifths of any Chinese report, as counted, in both scripts
    "的和国业我一发大展建人进工加在要化产有民中全是经了实设新不力生会政年地作增制动高行改重能个们主济强推社资持提体家成"
    "务为农这保以上合好等开区现他对理平基面长革方各你到用定企出度点法市五分学入本量同施多机治技来义事坚育深水质城代步公部"
    "时创关文项续科性系快服就十完品支造万三利得规于教过结效共自级应更外计善下场稳活安放目决投管策心金优总收积府费划领做升"
    "村调极期通整取可内比程向术域统去群亿前构源位元都必立很种问标把想促四二护任正题融商汤特姆消子导际所电营解明扩省战运第"
    "百防些道口之她信型物天数里众争两小间继环与办件态打么吗础权当意着九路集财境需医落达转后党也健从须流色海式今准交条没障"
    "乡起认益协别严广范使风还员表格求局果居精险相联价族形说批给职供干台引门试及西世原界贸其老将值势备央确次预那并切车军监"
    "而变先研少真线八努低节看房美由最难率团模控略综六反专镇知速已接兴常思培命情千院议组指突东适易什均食减验住根"
    "國業發進產經實設會動個們濟強資體務爲為農這開區現對長點學機來義堅質時創關項續萬規於過結級應計場穩決優總積費劃領調極內"
    "術統羣群億構種問標護題際電營擴戰運數眾兩間繼環與辦態麼礎權當財醫達轉後黨從須準條沒鄉認協別嚴廣範風還員險聯價說給職門"
    "試貿將勢備確預並車軍監變線節難團綜專鎮興議組東適減驗"
)
_PUNCTUATION: Final = frozenset("，。、；：！？（）《》“”‘’—…％·「」『』　．０１２３４５６７８９")
_TYPOGRAPHIC: Final = frozenset("‘’“”–—•…é£€©°½×·§")


def plausibility(text: str) -> float:
    """0 for noise, about 0.8 and more for a Chinese or an English text that was decoded rightly."""
    common = rare = wrong = 0
    for char in text:
        if char in _COMMON or char in _PUNCTUATION or char in _TYPOGRAPHIC:
            common += 1
        elif char == "\ufffd" or "\ue000" <= char <= "\uf8ff" or (char < " " and char not in "\t\n\r\f"):
            wrong += 1
        elif char > "\x7e":
            rare += 1
    marked = common + rare + wrong
    if not marked:  # ASCII alone: as good as its letters
        return 0.9 if text and sum(c.isalnum() or c.isspace() for c in text) > len(text) * 0.6 else 0.0
    return max(0.0, (common - 5 * wrong) / marked)
