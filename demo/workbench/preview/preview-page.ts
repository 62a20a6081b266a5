/** The versions that the preview can show, as published. */
export type PreviewVersion = "v1" | "v2" | "v3";

/** The page in a frame of the preview: Booking.js as published, and what starts it. */
export const previewPage = (version: PreviewVersion): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Booking.js ${version}</title>
    <style>
      body { margin: 0; padding: 1px; }
    </style>
    ${libraries[version]}
    <script src="/workbench/booking-${version}.js"></script>
  </head>
  <body>
    <div id="bookingjs"></div>
    <script src="/workbench/preview.js"></script>
  </body>
</html>
`;

const libraries: Readonly<Record<PreviewVersion, string>> = {
  // The youngest jQuery with which v1 draws each of several slots.
  v1: '<script src="/workbench/jquery-3.4.js"></script>',
  v2: '<script src="/workbench/jquery.js"></script>',
  v3: '<link rel="stylesheet" href="/workbench/booking-v3.css" />',
};

/** Reads the version that an address asks for; v2 where it names none. */
export const readPreviewVersion = (text: string | null): PreviewVersion =>
  text === "v1" || text === "v3" ? text : "v2";
