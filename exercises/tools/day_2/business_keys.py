"""Batches of silver.accounts for `business-keys`."""

import random
from copy import deepcopy
from typing import Any

from batches import Batches, Row, json_lines

DE, FR, CH = (f"silver/accounts/{shop}.jsonl" for shop in ("de", "fr", "ch"))
NAMES = ["lena", "yusuf", "marie", "jonas", "ines", "paul", "amira", "nils", "chloe", "oskar", "sofia", "luc"]


def account(number: int, shop: str, email: str | None, **changes: Any) -> Row:
    """A live account as the contract wants it."""
    letters = "aZ3kQ9xW"
    code = "".join(letters[(number // 8**place) % 8] for place in range(4))
    row: Row = {
        "account_id": f"A-{code}",
        "shop": shop,
        "email": email,
        "is_deleted": False,
        "loyalty_card": None,
        "changed_at": f"2026-03-02T{number % 24:02}:{number * 7 % 60:02}:00Z",
    }
    return row | changes


def usual(seed: int, first: int) -> dict[str, list[Row]]:
    """Each shop's file: live accounts, some flagged with null, and deleted ones that repeat their keys."""
    rng = random.Random(seed)
    files: dict[str, list[Row]] = {}
    for offset, (path, shop) in enumerate(((DE, "DE"), (FR, "FR"), (CH, "CH"))):
        names = rng.sample(NAMES, 5)
        start = first + offset * 10
        rows = [account(start + at, shop, f"{name}@mail.test") for at, name in enumerate(names)]
        rows[1]["loyalty_card"] = f"L-{start:04}"
        rows[2]["is_deleted"] = None
        rows.append(account(start + 6, shop, f"{names[0]}@mail.test", is_deleted=True))
        files[path] = rows
    return files


def texts(files: dict[str, list[Row]]) -> dict[str, str]:
    return {path: json_lines(rows) for path, rows in files.items()}


def write() -> None:
    clean = usual(seed=3, first=100)
    batches = Batches("business-keys", texts(clean))
    write_clean(batches)
    write_corrupted(batches, clean)


def write_clean(batches: Batches) -> None:
    files = usual(seed=8, first=300)
    files[DE] += [
        account(340, "DE", "both@mail.test"),
        account(341, "DE", None, is_deleted=True),
        account(342, "DE", None, is_deleted=True),
        account(343, "DE", "gone@mail.test", is_deleted=True, loyalty_card="L-7000"),
        account(344, "DE", " GONE@mail.test", is_deleted=True),
        account(345, "DE", "upper@mail.test", account_id="A-aaZ9", loyalty_card="L-7000"),
        account(346, "DE", "lower@mail.test", account_id="A-AAz9"),
    ]
    files[FR] += [account(347, "FR", "both@mail.test"), account(348, "FR", "Gone@Mail.Test ")]
    random.Random(1).shuffle(files[DE])
    batches.variant("after-the-merger", texts(files))

    quiet = {DE: [account(401, "DE", "lena@mail.test", is_deleted=None)], FR: [], CH: []}
    batches.variant("one-account", texts(quiet))

    more = usual(seed=5, first=500)
    for rows in more.values():
        for row in rows:
            row["newsletter"] = row["email"].startswith("l")
    batches.variant(
        "in-five-files",
        texts(more)
        | {
            "silver/accounts/at.jsonl": json_lines(
                [
                    account(560, "AT", "lena@mail.test"),
                    account(561, "AT", "Nils@Mail.Test"),
                ]
            ),
            "silver/accounts/empty.jsonl": "",
        },
    )


def write_corrupted(batches: Batches, clean: dict[str, list[Row]]) -> None:
    def corrupt(name: str, path: str, *added: Row, at: int | None = None, **changes: Any) -> None:
        files = deepcopy(clean)
        if at is not None:
            files[path][at] |= changes
        files[path] += added
        batches.variant(name, texts(files))

    de, ch = clean[DE], clean[CH]
    batches.variant("file-delivered-twice", {"silver/accounts/de-1.jsonl": json_lines([de[1]])})
    corrupt("new-number-same-customer", DE, account(190, "DE", de[3]["email"]))
    corrupt("capitals-in-email", DE, account(191, "DE", de[3]["email"].title()))
    corrupt("space-behind-email", DE, account(192, "DE", de[3]["email"] + " "))
    corrupt("twin-without-a-flag", DE, account(193, "DE", de[3]["email"], is_deleted=None))
    corrupt("live-without-email", CH, at=3, email=None)
    corrupt("email-of-a-space", CH, at=3, email=" ")
    corrupt("number-used-again", CH, account(0, "CH", "new@mail.test", account_id=ch[5]["account_id"]))
    corrupt("card-on-two-accounts", CH, at=3, loyalty_card=de[1]["loyalty_card"])
