"""Makes the two bundled packages of a trained checkpoint: ``python -m models.training.export``.

CTranslate2 int8 weights, the SentencePiece model and Argos metadata, zipped as ``.argosmodel``. Zip times are
fixed, so the same checkpoint gives the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
import zipfile
from pathlib import Path

import torch
from ctranslate2.specs import common_spec, transformer_spec

from models.training.network import positions
from models.training.tokenizer import load_tokenizer, output_pieces

VERSION = "2.1"
NAMES = {"zh": "Chinese", "en": "English"}
LONGEST = 512


def specification(
    state: dict[str, torch.Tensor], shape: dict[str, int], pieces: list[str], output: list[int]
) -> transformer_spec.TransformerSpec:
    """The CTranslate2 description of the network in ``state``, for the language of the pieces ``output``."""
    spec = transformer_spec.TransformerSpec.from_config(
        (shape["encoder_layers"], shape["decoder_layers"]),
        shape["heads"],
        pre_norm=True,
        activation=common_spec.Activation.RELU,
        alignment_layer=shape["decoder_layers"] - 1,
        alignment_heads=1,
    )
    weights = {name: value.float().numpy() for name, value in state.items()}
    table = positions(LONGEST, shape["width"]).numpy()

    def linear(target: common_spec.LinearSpec, name: str) -> None:
        target.weight, target.bias = weights[f"{name}.weight"], weights[f"{name}.bias"]

    def norm(target: common_spec.LayerNormSpec, name: str) -> None:
        target.gamma, target.beta = weights[f"{name}.weight"], weights[f"{name}.bias"]

    def feed(layer: transformer_spec.TransformerEncoderLayerSpec, name: str) -> None:
        norm(layer.ffn.layer_norm, f"{name}.feed.norm")
        linear(layer.ffn.linear_0, f"{name}.feed.inner")
        linear(layer.ffn.linear_1, f"{name}.feed.out")

    def own(layer: transformer_spec.TransformerEncoderLayerSpec, name: str) -> None:
        norm(layer.self_attention.layer_norm, f"{name}.own.norm")
        linear(layer.self_attention.linear[0], f"{name}.own.queries")
        linear(layer.self_attention.linear[1], f"{name}.own.out")

    spec.encoder.embeddings[0].weight = weights["embedding.weight"]
    spec.decoder.embeddings.weight = weights["embedding.weight"][output]
    spec.decoder.projection.weight = spec.decoder.embeddings.weight
    for side in (spec.encoder, spec.decoder):
        side.position_encodings.encodings = table
    spec.encoder.scale_embeddings = True
    spec.decoder.scale_embeddings = True
    norm(spec.encoder.layer_norm, "encoder_norm")
    norm(spec.decoder.layer_norm, "decoder_norm")
    for i, layer in enumerate(spec.encoder.layer):
        own(layer, f"encoder.{i}")
        feed(layer, f"encoder.{i}")
    for i, layer in enumerate(spec.decoder.layer):
        own(layer, f"decoder.{i}")
        norm(layer.attention.layer_norm, f"decoder.{i}.cross.norm")
        linear(layer.attention.linear[0], f"decoder.{i}.cross.queries")
        linear(layer.attention.linear[1], f"decoder.{i}.cross.keys_values")
        linear(layer.attention.linear[2], f"decoder.{i}.cross.out")
        feed(layer, f"decoder.{i}")
    spec.register_source_vocabulary(pieces)
    spec.register_target_vocabulary([pieces[i] for i in output])
    spec.config.bos_token, spec.config.eos_token, spec.config.unk_token = pieces[2], pieces[3], pieces[1]
    spec.config.decoder_start_token = pieces[2]
    spec.config.add_source_eos = True
    return spec


def convert(checkpoint: Path, tokenizer: Path, folder: Path, *, english: bool) -> None:
    """Write the int8 CTranslate2 model of ``checkpoint``'s averaged weights for one direction into ``folder``."""
    saved = torch.load(checkpoint, map_location="cpu", weights_only=True)
    processor = load_tokenizer(tokenizer)
    pieces = [processor.id_to_piece(i) for i in range(processor.get_piece_size())]
    spec = specification(saved["average"], saved["shape"], pieces, output_pieces(processor, english=english))
    spec.validate()
    spec.optimize(quantization="int8")
    folder.mkdir(parents=True, exist_ok=True)
    spec.save(str(folder))


def package(model: Path, tokenizer: Path, card: str, source: str, target: str, out: Path) -> Path:
    """Zip one direction as an Argos package; returns the file."""
    name = f"translate-{source}_{target}-{VERSION.replace('.', '_')}"
    metadata = {
        "package_version": VERSION, "argos_version": "1.9.6", "type": "translate",
        "from_code": source, "from_name": NAMES[source], "to_code": target, "to_name": NAMES[target],
    }  # fmt: skip
    files: dict[str, bytes] = {
        "metadata.json": json.dumps(metadata, indent=2).encode(),
        "README.md": card.encode(),
        "sentencepiece.model": tokenizer.read_bytes(),
    }
    files.update({f"model/{p.name}": p.read_bytes() for p in sorted(model.iterdir())})
    manifest = {
        "name": f"translate-{source}_{target}", "version": VERSION, "task": "translate", "from": source, "to": target,
        "files": {path: hashlib.sha256(data).hexdigest() for path, data in sorted(files.items())},
    }  # fmt: skip
    files["manifest.json"] = json.dumps(manifest, indent=2).encode()
    path = out / f"translate-{source}_{target}.argosmodel"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for inner, data in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{name}/{inner}", date_time=(2026, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return path


def main() -> None:
    """Read the command line and write both packages and MANIFEST.json."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path(".work/translation"))
    parser.add_argument("--out", type=Path, default=Path("models/packages"))
    parser.add_argument("--card", type=Path, default=Path("models/packages/translate.README.md"))
    arguments = parser.parse_args()
    card = (
        arguments.card.read_text(encoding="utf-8")
        if arguments.card.exists()
        else "Report Reader translator\n"
    )
    tokenizer = arguments.work / "tokenizer.model"
    sums = {}
    for source, target in (("zh", "en"), ("en", "zh")):
        with tempfile.TemporaryDirectory() as folder:
            model = Path(folder, "model")
            convert(arguments.work / "checkpoint.pt", tokenizer, model, english=target == "en")
            path = package(model, tokenizer, card, source, target, arguments.out)
        sums[path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
        print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")
    manifest = arguments.out / "MANIFEST.json"
    known = json.loads(manifest.read_text(encoding="utf-8")) if manifest.exists() else {}
    manifest.write_text(json.dumps({**known, **sums}, indent=2, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
