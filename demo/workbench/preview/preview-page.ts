/** The page in the frame of the preview: Booking.js v2 as published, and what starts it. */
export const previewPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Booking.js v2</title>
    <style>
      body { margin: 0; padding: 1px; }
    </style>
    <script src="/workbench/jquery.js"></script>
    <script src="/workbench/booking-v2.js"></script>
  </head>
  <body>
    <div id="bookingjs"></div>
    <script src="/workbench/preview.js"></script>
  </body>
</html>
`;
