"""Reads calendar files by a library that has not written them, and says as JSON what each entry holds."""

import json
import sys

import icalendar

entries = []
for path in sys.argv[1:]:
    raw = open(path, "rb").read()
    assert raw.endswith(b"\r\n") and b"\n" not in raw.replace(b"\r\n", b""), "lines end as RFC 5545 says"
    for line in raw.split(b"\r\n"):
        assert len(line) <= 75, f"{len(line)} octets"
        line.decode("utf-8")
    calendar = icalendar.Calendar.from_ical(raw)
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"]
    (event,) = calendar.walk("VEVENT")
    assert event["DTSTAMP"].dt.utcoffset().total_seconds() == 0
    entries.append(
        {
            "method": str(calendar["METHOD"]),
            "uid": str(event["UID"]),
            "sequence": int(event["SEQUENCE"]),
            "starts": event["DTSTART"].dt.isoformat(),
            "ends": event["DTEND"].dt.isoformat(),
            "status": str(event["STATUS"]),
            "summary": str(event["SUMMARY"]),
            "location": str(event.get("LOCATION", "")),
            "properties": sorted(event.keys()),
        }
    )
print(json.dumps(entries, ensure_ascii=False))
