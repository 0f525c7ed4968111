"""What reports are about: topics, passages like a passage, and two reports on one topic."""

from index.topics.besides import Pair, Told, compare_on, told
from index.topics.mapping import map_of, topic_map
from index.topics.model import Topic, TopicMap, TopicNames, Typical
from index.topics.nearby import Near, Neighbourhood, more_like
from index.topics.sorting import Extract, Sorted, Sorter

__all__ = [
    "Extract",
    "Near",
    "Neighbourhood",
    "Pair",
    "Sorted",
    "Sorter",
    "Told",
    "Topic",
    "TopicMap",
    "TopicNames",
    "Typical",
    "compare_on",
    "map_of",
    "more_like",
    "told",
    "topic_map",
]
