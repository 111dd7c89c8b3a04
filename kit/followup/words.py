"""What every tailored workshop says in the same words: scripts for its own slides, and lines that give way."""

from __future__ import annotations

INSTEAD = {
    "We look back, we look at ourselves in private, and we move one thing. A break after\nthe looking back.":
        "We look back, we look at what we said about ourselves, and we try one thing. A break in the middle.",
    "Forms and strips for the private rating, thick black pens, and a box with a slot":
        "The slide with our picture, printed large, one for each table, and thick black pens",
    "Send the plan and the rating form to whoever would like to read it in peace. Send interpreters the script.":
        "Send the plan and our picture to whoever would like to read it in peace. Send interpreters the script.",
    "Check who will be there. With fewer than five people, leave out the rating.":
        "Check who will be there. Is anyone missing who answered, or who couldn't?",
    "Ten minutes. *Put the forms, the strips and the box out, one place for each person, far enough apart that nobody\n"
    "can read over a shoulder.*":
        "Ten minutes. *Leave our picture up. Lay a printed one on each table, and mix the tables: different roles "
        "together.*",
    "Ask anyone who would like the form read to them. One of you goes next door with them, now, so that it is private.":
        "People who try to work out who said what. Go and stand beside them, and talk about something else.",
    "Tea, and last time's wall to look at. Bring a pen back with you.":
        "Tea, last time's wall, and our picture to look at.",
    "Destroy the strips. Photograph the sheets, without faces.": "Photograph the sheets, without faces.",
    "Cut up the strips where people can see it, if that isn't done. Pay fares and fees.": "Pay fares and fees.",
    "Spend the time on what stood in the way and whose it is, and leave out the rating.":
        "Spend the time on what stood in the way and whose it is, and leave out one of the discussions.",
    'The private rating is asked for afterwards, "just the totals".': "Somebody asks for a score, or who said what.",
    "There are none. The strips are cut up in the room. Say so before anyone fills one in.":
        "There is no score. Small groups aren't shown, so that nobody is worked out. Say so with the picture.",
    "Leave out moving one square, and let tables go from the rating straight to the promises. Keep the private "
    "answering at its full length.":
        "Leave out the third discussion, and let tables go from the second straight to what others did.",
}
"""Lines of the follow-up workshop that speak of the private rating, and what stands there once a team has answered."""

PICTURE = "What we said together"
PICTURE_TITLE = "Our picture"
PICTURE_SCRIPT = (
    "**First facilitator:** This is what we said, before today, each alone. It is a conversation starter and not a "
    "measure. There is no score. *Read the table aloud, a row at a time.*\n\n"
    "In the middle means: lay a group's answers in a row, the lowest first, and take the one in the middle. Some "
    "of us answered higher, and some lower.\n\n"
    "**Second facilitator:** Where two groups differ, both have seen something. Don't settle it now. Look at it over "
    "your tea, and think: what have **I** seen?"
)
PICTURE_WATCH = (
    "- Someone works out who said what. Stop it kindly: \"We said that we wouldn't.\"\n"
    "- Someone feels blamed. Say that a level is a habit and not a grade."
)
STAYS = "- These results stay with the people in the room, as was agreed. Nobody takes a photograph or a copy away."
PICTURE_ACCESS = "Read every row aloud, with the groups' names. Give it on paper, in 20-point type, to whoever asks."
STATEMENT, ANSWERS = "Statement", "Our answers go"
CAPTION_ROLES = "Some statements, and what each group sees in the middle of its answers: {0}."
CAPTION_ALL = "Some statements, and how far everyone's answers go. No group is shown apart: {0}."

DIFFER, ALIKE = "Where we differ", "What we have each seen"
"""The talk with the three discussions: where answers lie apart, and where no two do."""
QUESTION = "What have you each seen?"
LEVEL = "{0}: {1}"
DAY = "What would a day look like at {0}?"
WHY = "Who would never see what you see?"
TRY = "To try next: {0}"
DISCUSSION_SCRIPT = (
    "**{first} facilitator:** In fours, with different roles at each table. *Read the statement and every line aloud.* "
    "{said}\n\nOne thing each that you have seen. It needn't be what you answered, and nobody asks. *Halfway:* Now, "
    "what might someone have seen at the other end? *For the last two minutes:* one small thing that both ends would "
    "notice within a month. Write it down."
)
DISCUSSION_WATCH = (
    "- Detectives. Guessing whose answer it was stops at once, even as a joke.\n"
    "- Two people of the same role do all the talking. Ask who hasn't said what they saw.\n"
    "- Something that means someone may come to harm: speak with them apart, and do what you said you would."
)
DISCUSSION_ACCESS = "Leave the slide up. Give each table the statement and its lines on a card in 20-point type."

OTHERS = "Others who began here"
CASE_SCRIPT = (
    "**{first} facilitator:** {name} bears on \"{about}\", which we have just talked about. *Read the slide aloud, and "
    "where it stands today.*\n\nIt isn't our place, and they had other people and other money. What would you borrow "
    "from it? And what wouldn't work here? One minute with your neighbour. *Take two.*"
)
CASE_WATCH = "\"That would never work here.\" Ask: \"Which part of it? And which part would?\""
CASE_ACCESS = "Say the years and the place in words, and say where it stands today before people talk."

MOVE_TEXT = "Something small that both ends would notice within a month."
MOVE_SCRIPT = (
    "**Second facilitator:** We have heard what we each saw, and what others did. Next comes *{name}*. It is what the "
    "answers point to: \"{about}\".\n\nEach table has something small from just now. Say it to each other once more, "
    "in one breath, and keep it. Half of it will do."
)
MOVE_WATCH = "A table that has three things. Ask which one they would see first."
MOVE_ACCESS = "Nobody has to remember what was said. Lay the sheets where everyone can see them."
LEAD_IN = (
    "**First facilitator:** We do this one because of what we said about \"{about}\". *Begin with that, and not with a "
    "new thing.*"
)

AGAIN = "When we answer again"
AGAIN_DATE = "We answer the same statements again in {0}: six months after we last did."
AGAIN_LATER = "We answer the same statements again six months from today."
AGAIN_SCRIPT = (
    "**Second facilitator:** The same statements, each of us alone again. Not to see who is better. To see what moved, "
    "and what we see that we didn't. *Write the day on the wall, with the name of somebody who will remind us.*"
)
AGAIN_WATCH = "The reminder lands on whoever is always asked. Ask who else would do it, and in whose paid time."
AGAIN_ACCESS = "Ask now what would make answering easier: on paper, read aloud, with an interpreter, in large print."
