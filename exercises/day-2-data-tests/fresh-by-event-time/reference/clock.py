"""When the batch was complete: the now of every rule about age."""

from datetime import UTC, datetime

AS_OF = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
