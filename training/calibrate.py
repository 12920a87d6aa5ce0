"""Stage 6: temperature and thresholds, on the notes held back from training."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import notes_data as data
import numpy as np
import scoring
from score_detect import overlaps
from spacy.language import Language

from notecheck.language.pipeline import blank_pipeline
from notecheck.language.reader.component import Reader
from notecheck.language.reader.decode import warmed

HELD_BACK = Path(__file__).parent / "held_back.json"
_TEMPERATURES = np.arange(0.6, 3.01, 0.1)
_CHILD_GRID = np.arange(0.4, 0.91, 0.05)
_SHARES = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
_THEMES_RIGHT = 70.0  # percent
_GRID = np.arange(0.3, 0.96, 0.025)
_AS_RIGHT = 0.002  # share of the answers
_AS_GOOD = 0.01  # F1: no more than that tells two thresholds apart on so few notes


def best_temperature(probabilities: np.ndarray, classes: np.ndarray) -> float:
    """The temperature at which the right classes are least surprising."""

    def surprise(t: float) -> float:
        return float(-np.log(np.maximum(warmed(probabilities, t)[np.arange(len(classes)), classes], 1e-9)).mean())

    return round(float(min(_TEMPERATURES, key=surprise)), 2)


def best_child_at(probabilities: np.ndarray, classes: np.ndarray) -> float:
    """How likely the child must be for a word to mean the child: where most answers are right.

    Of several as good, the least: a draft changes a word only where rules and the reader agree, so that a higher one
    would leave more to the writer and guard against nothing.
    """
    child = data.WHO.index("child") - 1
    right = np.array([float(((probabilities[:, child] >= t) == (classes == child)).mean()) for t in _CHILD_GRID])
    return round(float(_CHILD_GRID[int(np.flatnonzero(right >= right.max() - _AS_RIGHT)[0])]), 2)


def _labelled(got: list, rows: list[dict]) -> tuple[tuple[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]:
    marked = {r["id"]: r["mentions"] for r in data.rows("mentions_*.jsonl")}
    problems, who = ([], []), ([], [])
    for r, (doc, p, w) in zip(rows, got, strict=True):
        for i, span in enumerate(scoring.word_offsets(doc)):
            over = [s for s in r["spans"] if overlaps(span, s)]
            if not any(s[3] for s in over):
                problems[0].append(p[i])
                problems[1].append(data.PROBLEMS.index(over[0][2]) if over else 0)
            for a, b, label in marked.get(r["id"], []):
                if overlaps(span, (a, b)):
                    rest = w[i, 1:] / max(float(w[i, 1:].sum()), 1e-9)
                    who[0].append(rest)
                    who[1].append(data.WHO.index(label) - 1)
    return tuple((np.array(x), np.array(y)) for x, y in (problems, who))


def least_theme_share(nlp: Language, reader: Reader, ids: set[str], thresholds: dict[str, float]) -> float:
    """How large a theme's share must be to be named: the least at which enough of the named ones are right."""
    for share in _SHARES:
        reader.model.config["theme_at"] = share
        got = scoring.themes_right(nlp, reader, ids, thresholds)
        print("theme_at", share, got)
        if got["right"] >= _THEMES_RIGHT:
            break
    return share


def _fairest(
    nlp: Language, reader: Reader, ids: set[str], kinds: tuple[str, ...], thresholds: list[float]
) -> list[float]:
    """Of the thresholds, those at which the worse treated side of the pairs comes out best."""
    worse = []
    for t in thresholds:
        got = scoring.pairs(nlp, reader, ids, {"jargon": 2.0} | dict.fromkeys(kinds, t))["all"]
        worse.append(min(got["bad_found"], got["good_left"]))
    return [t for t, w in zip(thresholds, worse, strict=True) if w == max(worse)]


def calibrate(folder: Path) -> dict[str, Any]:
    """Set `temperature` and `thresholds` in the packaged `config.json`; gives what was found.

    A threshold is one with the best F1 of its family on the held-back notes; of several as good, that of blame and
    focus is the one that treats both sides of the held-back pairs best, and then the highest.
    """
    path = folder / "config.json"
    config = json.loads(path.read_text(encoding="utf-8"))
    config["temperature"] = {"problems": 1.0, "who": 1.0}
    config["floor"] = 0.3
    path.write_text(json.dumps(config, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    nlp, reader = blank_pipeline(), Reader(str(folder))
    held = json.loads(HELD_BACK.read_text(encoding="utf-8"))
    rows = scoring.notes("train", held["notes"])
    problems, who = _labelled(scoring.word_probabilities(nlp, reader, rows), rows)
    config["temperature"] = {"problems": best_temperature(*problems), "who": best_temperature(*who)}
    reader.model.config["temperature"] = config["temperature"]
    config["child_at"] = reader.model.config["child_at"] = best_child_at(
        warmed(who[0], config["temperature"]["who"]), who[1]
    )
    docs = scoring.read(nlp, reader, [r["text"] for r in rows], [r.get("child") for r in rows])
    gold = [r["spans"] for r in rows]
    chosen: dict[str, float] = {}
    for family, kinds in (("blame+focus", ("victim-blaming", "child-focus")), ("jargon", ("jargon",))):
        scores = []
        for t in _GRID:
            limits = {"victim-blaming": 2.0, "child-focus": 2.0, "jargon": 2.0} | dict.fromkeys(kinds, float(t))
            scores.append(scoring.detect(gold, [scoring.findings(d, limits) for d in docs])[family]["f1"])
        smooth = np.convolve(np.pad(scores, 1, mode="edge"), np.ones(3) / 3, "valid")  # few notes: trust no single peak
        good = [round(float(t), 3) for t in _GRID[smooth >= smooth.max() - _AS_GOOD]]
        if "jargon" not in kinds:
            good = _fairest(nlp, reader, set(held["pairs"]), kinds, good)
        chosen |= dict.fromkeys(kinds, good[-1])
        print(family, [(round(float(t), 3), s) for t, s in zip(_GRID, scores, strict=True)])
    config["thresholds"] = chosen
    config["theme_at"] = reader.model.config["theme_at"] = least_theme_share(nlp, reader, set(held["pairs"]), chosen)
    path.write_text(json.dumps(config, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return {
        "temperature": config["temperature"],
        "child_at": config["child_at"],
        "theme_at": config["theme_at"],
        "thresholds": chosen,
        "notes": len(rows),
    }
