"""What the window shows of the values by which words are chosen, for each style of answers."""

from glmdesk.core.phrases import phrase
from glmdesk.core.sampling import Sampling
from glmdesk.core.setting_kinds import Amount, Page, described

SAMPLING = described(
    Sampling(),
    {
        "temperature": Amount(
            page=Page.ANSWERS,
            name=phrase("Temperature"),
            hint=phrase("0 always takes the likeliest word; more lets less likely ones in."),
            least=0,
            most=2,
            step=0.05,
            digits=2,
        ),
        "top_p": Amount(
            page=Page.ANSWERS,
            name=phrase("Top-p"),
            hint=phrase("Only the likeliest words that make up this share together; 1 is all."),
            least=0.05,
            most=1,
            step=0.05,
            digits=2,
        ),
        "min_p": Amount(
            page=Page.ANSWERS,
            name=phrase("Min-p"),
            hint=phrase("Only words at least this likely beside the likeliest one; 0 is all."),
            least=0,
            most=1,
            step=0.01,
            digits=3,
        ),
        "seed": Amount(
            page=Page.ANSWERS,
            name=phrase("Seed"),
            hint=phrase("The same seed gives the same answer to the same question."),
            least=1,
            most=2**31 - 1,
            step=1,
            zero=phrase("Another one each time"),
        ),
        "repeat_penalty": Amount(
            page=Page.ANSWERS,
            name=phrase("Repeat penalty"),
            hint=phrase("Makes words that were just said less likely; 1 is off, as the vendor advises."),
            least=0.5,
            most=2,
            step=0.05,
            digits=2,
        ),
    },
)
