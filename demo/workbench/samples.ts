/** Pages to try the workbench with, the first of which it opens with. All credentials are made up. */
export const samples = [
  {
    name: "A page that starts by itself",
    text: `<div id="bookingjs"></div>
<script src="https://ajax.googleapis.com/ajax/libs/jquery/3.2.1/jquery.min.js" defer></script>
<script src="//cdn.timekit.io/booking-js/v1/booking.min.js" defer></script>
<script>
  window.timekitBookingConfig = {
    app: 'brook-lane',
    email: 'workshop@example.com',
    apiToken: 'XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX',
    name: 'Brook Lane Bicycles',
    timekitFindTime: {
      length: '30 minutes',
      future: '2 weeks',
      filters: { and: [{ business_hours: { start: 9, end: 13 } }] },
    },
    bookingFields: {
      phone: { enabled: true, required: true },
      comment: { placeholder: 'What is wrong with the bike?' },
    },
    localization: { timeDateFormat: '24h-dmy-mon' },
  };
</script>
`,
  },
  {
    name: "A script with callbacks",
    text: `<div id="bookingjs"></div>
<script>
  var widget = new TimekitBooking();
  widget.init({
    app: 'brook-lane',
    email: 'workshop@example.com',
    apiToken: 'XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX',
    availabilityView: 'listing',
    bookingGraph: 'confirm_decline',
    avatar: document.querySelector('#logo').src,
    callbacks: {
      findTimeFailed: function (error) { showPhoneNumber(error); },
      createBookingSuccessful: function (response) { track(response.data.id); },
    },
  });
</script>
`,
  },
  {
    name: "Two calendars on one page",
    text: `<div id="repairs"></div>
<div id="fittings"></div>
<script>
  var shared = {
    app: 'brook-lane',
    email: 'workshop@example.com',
    apiToken: 'XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX',
    localization: { strings: { submitText: 'Book it in' } },
  };
  new TimekitBooking().init($.extend({}, shared, { targetEl: '#repairs', name: 'Repairs' }));
  new TimekitBooking().init($.extend({}, shared, {
    targetEl: '#fittings', name: 'Bike fitting', timekitFindTime: { length: '2 hours' },
  }));
</script>
`,
  },
  {
    name: "A bare configuration",
    text: `{
  // our winter hours
  name: 'Brook Lane Bicycles',
  calendar: '0b7d1f0e-1f5c-4b3e-9d43-6a1c2f9e8b70',
  timekitFindTime: { filters: { and: [{ specific_day_and_time: { day: 'Friday', start: 9, end: 12 } }] } },
  goToFirstEvent: false,
}
`,
  },
] as const;
