/** Pages of the kind that people have on their sites, in words of our own. */
export const snippets = {
  autoload: `<div id="bookingjs"></div>
<script src="https://ajax.googleapis.com/ajax/libs/jquery/3.2.1/jquery.min.js" defer></script>
<script src="//cdn.timekit.io/booking-js/v1/booking.min.js" defer></script>
<script>
  window.timekitBookingConfig = {
    app: 'clara-clayton',
    email: 'clara@example.com',
    apiToken: 's3VZ0rG9hKq2Lw8Xb1Tn6Yc4Md7Pf5Ja',
    name: "Clara's lessons",
    localization: { timeDateFormat: '24h-dmy-mon' },
  };
</script>`,
  instantiated: `<div id="bookingjs">
  <script type="text/javascript">
    var widget = new TimekitBooking();
    widget.init({ app: "clara-clayton", email: "clara@example.com", apiToken: "s3VZ0rG9hKq2Lw8Xb1Tn6Yc4Md7Pf5Ja",
      timekitFindTime: { length: "30 minutes", future: "2 weeks" } });
  </script>
</div>`,
  widgetId: `<script>window.timekitBookingConfig = { widgetId: '424a97d6-1f0b-4c8e-9d3a-5b7c9e1f3a20' }</script>`,
  callbacks: `TimekitBooking().init({
  app: 'clara-clayton',
  callbacks: {
    createBookingSuccessful: function (response) { location.href = '/thanks?id=' + response.data.id; },
    findTimeFailed: onFailure,
    renderCompleted() { hide('#spinner'); },
    clickTimeslot: (slot) => select(slot),
  },
});
function onFailure(error) { report(error); }`,
  comments: `{
  // the workshop
  name: 'Clara', /* name: 'Emmett', */
  email: 'clara@example.com', // was: 'emmett@example.com'
  bookingFields: {
    phone: { enabled: true, required: true, }, // we call back
  },
}`,
  minified: `!function(){var t={app:"clara-clayton",email:"clara@example.com",apiToken:"s3VZ"+"0rG9",showCredits:!1,bookingFields:{comment:{enabled:!1},voip:void 0},fullCalendar:{firstDay:-1}};(new TimekitBooking).init(t)}();`,
  several: `<div id="one"></div><div id="two"></div>
<script>
  var shared = { app: 'clara-clayton', localization: { strings: { submitText: 'Book' } } };
  var one = new TimekitBooking(), two = new TimekitBooking();
  one.init($.extend(true, {}, shared, { targetEl: '#one', name: 'Clara' }));
  two.init(Object.assign({}, shared, { targetEl: document.getElementById('two'), name: 'Emmett' }));
</script>`,
  writtenLater: `<script>
var timekitBookingConfig = timekitBookingConfig || {};
timekitBookingConfig.name = 'Clara';
timekitBookingConfig['avatar'] = "/clara.png";
timekitBookingConfig.timekitFindTime = { length: '1 hour' };
timekitBookingConfig.timekitFindTime.future = '3 weeks';
</script>`,
  selectable: `<script>
$('.choice').click(function () { start($(this).data('length')); });
function start(duration) {
  var widget = new TimekitBooking();
  widget.init({
    name: 'Clara',
    apiToken: getToken('s3VZ0rG9hKq2Lw8Xb1Tn6Yc4Md7Pf5Ja'),
    targetEl: $('#bookingjs'),
    timekitFindTime: { length: duration, start: new Date().toISOString() },
  });
}
</script>`,
  bareOptions: `name: 'Clara',
email: 'clara@example.com',
availabilityView: 'listing',`,
  ourTag: `<script src="https://cdn.example/1.0.0/loader.js" data-resource-id="2939c4fa-f06f-4496-8a20-03f57afcdfe6"
  data-config="{&quot;name&quot;: &quot;Clara&quot;}" async></script>`,
  module: `import TimekitBooking from 'timekit-booking';
const options = { name: \`Clara\`, bookingGraph: 'confirm_decline' };
const base = { ...options, availabilityView: 'listing' };
export const widget = new TimekitBooking().init(base);`,
} as const;
