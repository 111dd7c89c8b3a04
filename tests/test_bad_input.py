"""Every bad record gets its one line, at the right place, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder import Ran, sound, validate

BAD = {
    "a colon inside a text": ("terms.yml", "In a line.", "A line: with a colon.",
        ":3: is not YAML here: mapping values are not allowed in this context"
        "; put text that holds a colon and a space in quotes, or mend the indentation"),
    "a quote that is never closed": ("terms.yml", "In a line.", "\"In a line.",
        ":7: is not YAML here: expected key; look at the indentation and the quotes just above"),
    "an indentation that slips": ("terms.yml", "  plain:", "   plain:",
        ":4: is not YAML here: mapping values are not allowed in this context"
        "; put text that holds a colon and a space in quotes, or mend the indentation"),
    "a tab": ("terms.yml", "  plain:", "\tplain:",
        ":4: has a tab; indent with two spaces"),
    "a tab in a block": ("terms.yml", "In plain words.", ">-\n\tIn plain words.",
        ":5: has a tab; indent with two spaces"),
    "a duplicate key": ("terms.yml", "  plain:", "  summary: Again.\n  plain:",
        ":4: term/one: summary: field 'summary' is given twice (first in line 3); keep one"),
    "an alias": ("terms.yml", "In a line.", "*line",
        ":3: uses an anchor or alias (& or *); write the value out, or put it in quotes"),
    "a tag": ("terms.yml", "name: One", "name: !!python/object/apply:os.system [\"id\"]",
        ":2: uses a tag (!!python/object/apply:os.system); write the value without it, or put it in quotes"),
    "a second document": ("terms.yml", "- id: two", "---\n- id: two",
        ":8: holds a second document; delete the line of three dashes"),
    "very deep nesting": ("terms.yml", "In a line.", "[" * 5000 + "]" * 5000,
        ":3: is nested more than 12 levels deep; if it is text, put it in quotes"),
    "a name that is no word": ("terms.yml", "In a line.", "{{ macro }}",
        ":3: has a field whose name is not a plain word; if it is text, put it in quotes"),
    "a control character": ("terms.yml", "In a line.", "In a \x07 line.",
        ":3: has a character that YAML does not allow; delete it"),
    "a control character after other letters": ("terms.yml", "In a line.", "|-\n    \xe9\n    \xe9\n    \x07",
        ":6: has a character that YAML does not allow; delete it"),
    "a line separator": ("terms.yml", "In plain words.", "In plain\u2028words.",
        ":4: has a line separator (U+2028), which does not show; delete it"),
    "an unquoted NO": ("terms.yml", "name: One", "name: NO",
        ":2: term/one: name: 'NO' without quotes is read as a yes/no value; put it in quotes: \"NO\""),
    "an unquoted yes": ("terms.yml", "name: One", "name: yes",
        ":2: term/one: name: 'yes' without quotes is read as a yes/no value; put it in quotes: \"yes\""),
    "an unquoted 2009-12-01": ("terms.yml", "name: One", "name: 2009-12-01",
        ":2: term/one: name: '2009-12-01' without quotes is read as a date; put it in quotes: \"2009-12-01\""),
    "an unquoted 12:30": ("terms.yml", "name: One", "name: 12:30",
        ":2: term/one: name: '12:30' without quotes is read as a number; put it in quotes: \"12:30\""),
    "an unquoted #993300": ("terms.yml", "name: One", "name: #993300",
        ':2: term/one: name: has no value; write it, in quotes if it begins with "#",'
        " or delete the field if it may be left out"),
    "an unquoted 993300": ("terms.yml", "name: One", "name: 993300",
        ":2: term/one: name: '993300' without quotes is read as a number; put it in quotes: \"993300\""),
    "an unquoted 1.10": ("terms.yml", "name: One", "name: 1.10",
        ":2: term/one: name: '1.10' without quotes is read as a number; put it in quotes: \"1.10\""),
    "an unquoted 010": ("terms.yml", "name: One", "name: 010",
        ":2: term/one: name: '010' without quotes is read as a number; put it in quotes: \"010\""),
    "an unquoted =": ("terms.yml", "name: One", "name: =",
        ":2: term/one: name: '=' without quotes is read as a default value; put it in quotes: \"=\""),
    "an unquoted date in a date field": ("events.yml", '"2009"', "2009-12-01",
        ":2: event/one: date: '2009-12-01' without quotes is read as a date; put it in quotes: \"2009-12-01\""),
    "an unquoted year in a date field": ("events.yml", '"2009"', "2009",
        ":2: event/one: date: '2009' without quotes is read as a number; put it in quotes: \"2009\""),
    "an unquoted colour": ("brand.yml", '"#1B1F2A"', "#1B1F2A",
        ':6: brand/one: colours.ink: has no value; write it, in quotes if it begins with "#",'
        " or delete the field if it may be left out"),
    "an unquoted NO in a list": ("cases/one.yml", "gives: Time.", "gives: NO",
        ":12: case/one: exchange[0].gives: 'NO' without quotes is read as a yes/no value; put it in quotes: \"NO\""),
    "text where a number belongs": ("references/paper.yml", "year: 2009", "year: \"2009\"",
        ":4: reference/one: year: is text ('2009'); expected a whole number"),
    "text where a list belongs": ("cases/one.yml", "[principle/one]", "principle/one",
        ":7: case/one: principles: is text ('principle/one'); expected a list"),
    "text where fields belong": ("terms.yml", '{part: "3"}', "part 3",
        ":7: term/one: source: is text ('part 3'); expected fields with names"),
    "a list where text belongs": ("terms.yml", "In a line.", "[In a line.]",
        ":3: term/one: summary: is a list; expected text"
        '; if it is text that begins with "[" or "{", put it in quotes'),
    "text where yes or no belongs": ("matrix.yml", "legible: true", "legible: yes",
        ":5: matrix/professionals-professionals: legible: 'yes' without quotes is read as a yes/no value"
        "; write true or false"),
    "a number that is too long to be one": ("shifts.yml", "order: 1", "order: " + "9" * 5000,
        ":2: shift/one: order: '" + "9" * 60
                + "' without quotes is read as a number; write a plain number, in digits"),
    "a number out of bounds": ("references/paper.yml", "endnotes: [1,", "endnotes: [0,",
        ":6: reference/one: endnotes[0]: is 0; expected at least 1"),
    "a number below what is possible": ("workshops/one.yml", "minutes: 4", "minutes: -4",
        ":17: workshop/one: parts[0].slides[0].minutes: is -4; expected at least 0"),
    "a colour that is none": ("brand.yml", '"#1B1F2A"', "\"dark\"",
        ":6: brand/one: colours.ink: 'dark' is not a colour; write it as \"#RRGGBB\", in quotes"),
    "a date that is none": ("events.yml", '"2009"', "\"2009-13\"",
        ":2: event/one: date: '2009-13' is not a date; write \"2009\", \"2009-12\" or \"2009-12-31\", in quotes"),
    "an id that is none": ("terms.yml", "id: two", "id: Two_2",
        ":8: term/Two_2: id: 'Two_2' is not an id; use lower-case letters, digits and single hyphens"),
    "a word that is not on the list": ("terms.yml", "origin: paper", "origin: papers",
        ":6: term/one: origin: 'papers' is not one of paper, later, ours; did you mean 'paper'?"),
    "an empty value": ("terms.yml", "In a line.", "",
        ':3: term/one: summary: has no value; write it, in quotes if it begins with "#",'
        " or delete the field if it may be left out"),
    "an unknown field": ("terms.yml", "  plain:", "  colour: red\n  plain:",
        ":4: term/one: colour: unknown field 'colour'"),
    "a misspelt field": ("terms.yml", "  plain:", "  plane:",
        ":4: term/one: plane: unknown field 'plane'; did you mean 'plain'?"),
    "a misspelt field inside another": ("cases/one.yml", "    gives:", "    give:",
        ":12: case/one: exchange[0].give: unknown field 'give'; did you mean 'gives'?"),
    "a missing field": ("terms.yml", "  plain: In plain words.\n", "",
        ":1: term/one: plain: field 'plain' is missing"),
    "a missing id": ("terms.yml", "- id: two\n  name", "- name",
        ":8: id: field 'id' is missing"),
    "a slide without a kind": ("workshops/one.yml", "kind: title, ", "",
        ":17: workshop/one: parts[0].slides[0].kind: field 'kind' is missing"),
    "a slide of an unknown kind": ("workshops/one.yml", "kind: title", "kind: titel",
        ":17: workshop/one: parts[0].slides[0].kind: 'titel' is not one of title, outcomes, agenda, section, statement,"
        " points, pair, matrix, case, figure, chart, quiz, discussion, commitments, table, activity, sources, close"
        "; did you mean 'title'?"),
    "a part of an unknown kind": ("workshops/one.yml", "part: activity", "part: activities",
        ":18: workshop/one: parts[1].part: 'activities' is not one of input, activity, break"
        "; did you mean 'activity'?"),
    "an activity that is none": ("workshops/one.yml", "activity/one", "activity/on",
        ":19: workshop/one: parts[1].activity: no activity 'on'; did you mean 'one'? [reference]"),
    "steps that don't add up": ("activities/one.yml", "minutes: 6", "minutes: 7",
        ":12: activity/one: minutes: is 7, but the minutes of the steps add up to 6"),
    "a shorter version that is longer": ("activities/one.yml", "[3, 0]", "[3, 4]",
        ":20: activity/one: variations.shorter.minutes: adds up to 7; expected less than 6"),
    "minutes for a step too few": ("workshops/one.yml", "activity: activity/one",
        "activity: activity/one\n    minutes: [6]",
        ":20: workshop/one: parts[1].minutes: has 1 numbers for the 2 steps of activity/one; 0 leaves a step out"
        " [steps-match]"),
    "prompts for an activity that shows none": ("activities/one.yml", "prompts: [Who was asked?]", "prompts: []",
        "variants/one.yml:7: variant/one: prompts[0].activity: activity/one shows no prompts; give it prompts first"
        " [prompts-have-a-place]"),
    "a record that is only text": ("terms.yml", "- id: one\n", "- one\n- id: one\n",
        ":1: is text ('one'); expected fields with names"),
    "a summary over 160 characters": ("terms.yml", "In a line.", "x" * 161,
        ":3: term/one: summary: has 161 characters; at most 160 are allowed"),
    "a summary of two lines": ("terms.yml", "In a line.", "|-\n    In a line.\n    And one more.",
        ":3: term/one: summary: must be one line"),
    "a plain over 60 words": ("terms.yml", "In plain words.", "word " * 61,
        ":4: term/one: plain: has 61 words; at most 60 are allowed"),
    "arithmetic that does not follow": ("evidence.yml", "printed: 6", "printed: 7",
        ":17: evidence/one: arithmetic.agrees: 7 does not follow from the inputs, which give 6"),
    "arithmetic that can't be done": (
        "evidence.yml", "value: 3, unit: times}]\n    operation: product",
        "value: 0, unit: times}]\n    operation: ratio",
        ":13: evidence/one: arithmetic.inputs: can't divide by 0"),
    "workshop minutes that don't add up": ("workshops/one.yml", "minutes: 10", "minutes: 12",
        ":7: workshop/one: minutes: is 12, but the minutes of the parts add up to 10 [minutes-add-up]"),
    "a dangling reference": ("actions.yml", "[case/one]", "[case/ones]",
        ":9: action/one: see_also[0]: no case 'ones'; did you mean 'one'? [reference]"),
    "a reference of the wrong kind": ("cases/one.yml", "[principle/one]", "[pressure/one]",
        ":7: case/one: principles[0]: 'pressure/one' is a pressure; expected a principle"
        "; did you mean 'principle/one'? [reference]"),
    "a reference that is none": ("cases/one.yml", "[principle/one]", "[one]",
        ":7: case/one: principles[0]: 'one' is not a reference"
        '; write it as kind/id, for instance "case/taff-housing"'),
    "a reference of an unknown kind": ("actions.yml", "[case/one]", "[cases/one]",
        ":9: action/one: see_also[0]: no kind 'cases' (in 'cases/one'); did you mean 'case'? [reference]"),
    "a dangling link in text": ("terms.yml", "The whole of it.", "See [[case/oen|the case]].",
        ":5: term/one: text: no case 'oen'; did you mean 'one'? [reference]"),
    "a malformed link in text": ("terms.yml", "The whole of it.", "See [[Case/One]].",
        ":5: term/one: text: '[[Case/One]]' is no link to a record; write [[kind/id]] or [[kind/id|words]]"
        " [link-to-a-record]"),
    "a duplicate id": ("terms.yml", "id: two", "id: one",
        ":8: term/one: id: the id 'one' is taken (first in data/terms.yml:1); choose another"),
    "an alias that is a record's id": ("terms.yml", "{part: \"3\"}\n", "{part: \"3\"}\n  aliases: [two]\n",
        ":8: term/one: aliases[0]: 'two' is taken by term/two [alias-taken]"),
    "a definition that follows itself": (
        "definitions.yml", "{part: \"3\"}\n",
        "{part: \"3\"}\n  follows: definition/two\n",
        ":24: definition/two: follows: goes round in a circle: definition/one > definition/two > definition/one"
        "; one of these must go [circle]"),
    "a topic that comes after itself": ("agenda/one.yml", "directions: []", "directions: []\nafter: [agenda/two]",
        "agenda/two.yml:8: agenda/two: after[0]: goes round in a circle: agenda/one > agenda/two > agenda/one"
        "; one of these must go [circle]"),
    "a replacement that leads back": (
        "terms.yml", "{part: \"3\"}\n",
        "{part: \"3\"}\n  retired: {reason: Old., replaced_by: term/one}\n",
        ":8: term/one: retired.replaced_by: goes round in a circle: term/one > term/one; one of these must go"
        " [circle]"),
    "a file name that differs from its id": ("cases/one.yml", "id: one", "id: other",
        ":1: case/other: id: is 'other', but the file is named one.yml; name the file other.yml"),
    "a cell in another's place": (
        "matrix.yml", "  plans: professionals\n  delivers: together",
        "  plans: professionals\n  delivers: professionals",
        ":15: matrix/professionals-together: delivers: stands where matrix/professionals-professionals stands"
        "; nine cells, one each [nine-cells]"),
    "a distinction without a case": ("distinctions/one.yml", "cases: [case/one]", "cases: []",
        ":9: distinction/one: cases: is empty; every distinction needs a case [case-for-a-distinction]"),
    "an endnote that no reference resolves": ("references/paper.yml", "[1, 2, 3", "[1, 3",
        "references: no reference resolves the paper's endnote 2; add it to `endnotes` of the work that it cites"
        " [endnotes]"),
    "an order that is taken": ("agenda/two.yml", "order: 2", "order: 1",
        ":2: agenda/two: order: 1 is taken by agenda/one; choose another [order-taken]"),
    "a paper record without its part": ("terms.yml", "  source: {part: \"3\"}\n", "",
        ":1: term/one: source: is missing; say which part of the paper says it [source-missing]"),
    "a later record without sources": ("terms.yml", "origin: paper", "origin: later",
        ":1: term/one: sources: is missing; say which later source says it [source-missing]"),
    "an origin for a field that is none": ("terms.yml", "origin: paper", "origin: paper\n  origins: {colour: ours}",
        ":7: term/one: origins.colour: this kind has no field 'colour' [origin-of-a-field]"),
    "a brand pair with too little contrast": ("brand.yml", "{front: ink, back: paper", "{front: sun, back: paper",
        ":16: brand/one: pairs[0]: sun on paper has a contrast of 2.19; at least 4.5 [contrast]"),
    "a brand pair of a colour that is none": ("brand.yml", "{front: ink, back: paper", "{front: ink, back: snow",
        ":16: brand/one: pairs[0]: no colour 'snow' [contrast]"),
    "a word to avoid": ("terms.yml", "The whole of it.", "It empowers people.",
        ":5: term/one: text: 'empowers' is a word to avoid; say what people can now do [words-to-avoid]"),
}
"""For each slip: the file, what a contributor replaces, by what, and the line after its name (or with another)."""


@pytest.mark.parametrize("slip", BAD)
def test_gets_its_one_line(slip: str, tmp_path: Path) -> None:
    file, old, new, said = BAD[slip]
    data = sound(tmp_path).change(file, old, new)
    place = f"data/{file}" if said.startswith(":") else "data/"
    assert validate(data) == Ran(1, [place + said], [])


def test_the_folder_that_the_slips_start_from_is_sound(tmp_path: Path) -> None:
    assert validate(sound(tmp_path)) == Ran(0, ["37 records, all sound"], [])
