// jQuery and Booking.js v1 in one script that leaves the page as it found it. The build puts their published bytes
// in place of JQUERY_BYTES and BOOKING_BYTES, and src/loader/booking, which shields the page from v1's defects and is
// of no use without it, in place of SHIELD_CODE; it drops these comments. The functions around them stand in parentheses
// because browsers then compile them at once; otherwise they would read these 470 kB twice.
(function () {
  // A page's `<img name="currentScript">` hides `document.currentScript`, so the browser's own getter is asked.
  const script = Object.getOwnPropertyDescriptor(Document.prototype, "currentScript").get.call(document);
  // Without an element (a module, text that was eval'd) there is no place where the result could be handed over.
  if (!script) return;

  const pageWindow = window;
  const pagePromise = pageWindow.Promise;
  const findStyles = () => [...Document.prototype.querySelectorAll.call(document, "style")];
  const stylesBefore = new Set(findStyles());
  const findStylesAdded = () => findStyles().filter((style) => !stylesBefore.has(style));

  // While v1 is evaluated it sets window.moment, fullcalendar, sprintf and vsprintf, adds to window.console what old
  // browsers lacked, and starts by itself if it finds window.timekitBookingConfig. So what it takes for the window is
  // this object: it reads from the page's window, keeps what is written, and hides that one. No page, whatever it
  // defined there, can notice, since its window is never written to.
  const kept = {
    __proto__: null,
    timekitBookingConfig: undefined,
    console: Object.create(pageWindow.console),
  };
  const standIn = new Proxy(kept, {
    get: (own, name) => (name in own ? own[name] : pageWindow[name]),
    has: (own, name) => name in own || name in pageWindow,
  });

  const createModule = () => {
    const module = { exports: {} };
    return [module, module.exports];
  };
  const requireForBooking = (name) => {
    if (name === "jquery") return jQuery;
    throw new Error(`Booking.js asks for ${name}, which is not in this file`);
  };
  let jQuery;

  try {
    jQuery = (function (module, exports, require, define) {
      JQUERY_BYTES;
      return module.exports;
    })(...createModule());

    // FullCalendar 3 writes `<a>…<div class="fc-bg"/></a>`, which jQuery closed until 3.5 gave that up for safety
    // (CVE-2020-11022, CVE-2020-11023): left open, every slot would swallow the ones after it. Only these are closed.
    jQuery.htmlPrefilter = (html) =>
      html.replace(/<div class="(fc-[\w -]*)" ?\/>/g, '<div class="$1"></div>');

    const Booking = (function (module, exports, require, window, define) {
      BOOKING_BYTES;
      // From here on v1 draws and listens, for which it needs the real window.
      window = pageWindow;
      return module.exports;
    })(...createModule(), requireForBooking, standIn);

    const { shieldBooking } = (function (module, exports) {
      SHIELD_CODE;
      return exports;
    })(...createModule());

    const styles = findStylesAdded();
    const vendor = shieldBooking({ Booking, jQuery }, styles, document);
    script.timekitEmbedVendor = { version: BOOKING_VERSION, Booking, styles, ...vendor };
  } catch (error) {
    for (const style of findStylesAdded()) style.remove();
    script.timekitEmbedVendor = { version: BOOKING_VERSION, error, styles: [] };
  } finally {
    // v1's polyfill replaces a Promise that is not the browser's own, Bluebird say, on the window that `this` is.
    if (pageWindow.Promise !== pagePromise) pageWindow.Promise = pagePromise;
  }
})();
