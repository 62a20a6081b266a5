/** What `timekit-embed --help` prints. */
export const usage = `timekit-embed migrate [OPTIONS] PATH…
  Finds calendars of Booking.js v1 in the files of a site, runs nothing of them, and prints the new lines, what to
  know about them, and the tokens to revoke.

  --target embed|v2|v3   our own tag (default), or Timekit's v2 or v3, of which it has deprecated v2, too (2022-07)
  --resource-id ID       whom the pages book; EMAIL=ID, once for each, where they book several people
  --broker-url URL       for embed: where the pages ask for a token
  --host URL             for embed: where dist/ is deployed, without the version
  --app-key KEY          for v2 and v3: the App Widget Key
  --project-id ID        for v2 and v3: the project at Timekit
  --json                 print JSON
  --write                put the new lines into the files: only in place of what was read whole
  --force                write files, too, that are not committed

timekit-embed tag [OPTIONS]
  Prints the tag with its hashes, the text for visitors without JavaScript, and lines of a Content Security Policy.

  --resource-id ID --broker-url URL --host URL --target SELECTOR --notice on|owner|off --lang LANGUAGE --lazy
  --min-height LENGTH --fallback-url URL --json

Exit codes: 0 all was read, 1 something could not be read or written, 2 wrong use.
`;
