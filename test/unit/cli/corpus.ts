/** A file as people have it, in words of our own, and what is to be found in it. */
export interface CorpusFile {
  readonly path: string;
  /** What is special about it. */
  readonly has: string;
  readonly text: string;
  /** `line kind outcome`, `line v1`, `line token`, `line:column unread option`. */
  readonly finds: readonly string[];
}

const jquery = `<script src="https://ajax.googleapis.com/ajax/libs/jquery/3.2.1/jquery.min.js" defer></script>`;
const v1 = `<script src="//cdn.timekit.io/booking-js/v1/booking.min.js" defer></script>`;
const token = "s3VZ0rG9hKq2Lw8Xb1Tn6Yc4Md7Pf5Ja";
const account = `app: 'brook-lane', email: 'workshop@example.com', apiToken: '${token}'`;

/** All of them. */
export const corpus: readonly CorpusFile[] = [
  {
    path: "snippet.html",
    has: "the admin's own snippet, all on one line",
    text: `<div id="bookingjs"></div> ${jquery} ${v1} <script>window.timekitBookingConfig = { widgetId: '424a97d6-1f0b-4c8e-9d3a-5b7c9e1f3a20' }</script>\n`,
    finds: ["1 autoload replaced", "1 v1"],
  },
  {
    path: "autoload.html",
    has: "a page that starts by itself",
    text: `<body>\n<div id="bookingjs"></div>\n${jquery}\n${v1}\n<script>\n  window.timekitBookingConfig = {\n    ${account},\n    name: 'Brook Lane',\n  };\n</script>\n</body>\n`,
    finds: ["6 autoload replaced", "4 v1", "7 token"],
  },
  {
    path: "inside.html",
    has: "everything inside of the element",
    text: `<div id="bookingjs">\n  <script type="text/javascript" src="//ajax.googleapis.com/ajax/libs/jquery/2.1.3/jquery.min.js"></script>\n  <script type="text/javascript" src="http://cdn.timekit.io/booking-js/v1/booking.min.js" defer></script>\n  <script type="text/javascript">\n    window.timekitBookingConfig = {\n      ${account}\n    };\n  </script>\n</div>\n`,
    finds: ["5 autoload replaced", "3 v1", "6 token"],
  },
  {
    path: "windows.html",
    has: "a byte order mark and Windows line ends",
    text: `\uFEFF<div id="bookingjs"></div>\r\n${v1}\r\n<script>\r\n\twindow.timekitBookingConfig = {\r\n\t\t${account}\r\n\t};\r\n</script>\r\n<p>Schöne Grüße</p>\r\n`,
    finds: ["4 autoload replaced", "2 v1", "5 token"],
  },
  {
    path: "instance.html",
    has: "an instance in a variable",
    text: `<div id="bookingjs"></div>\n${v1.replace(" defer", "")}\n<script>\n  var widget = new TimekitBooking();\n  widget.init({ ${account} });\n</script>\n`,
    finds: ["5 init replaced", "2 v1", "5 token"],
  },
  {
    path: "chained.html",
    has: "an instance that is made and started at once, beside other code",
    text: `${v1.replace(" defer", "")}\n<script>\n  track('page');\n  new TimekitBooking().init({ ${account} });\n  track('calendar');\n</script>\n`,
    finds: ["4 init replaced", "1 v1", "4 token"],
  },
  {
    path: "global-instance.html",
    has: "an instance on the window, which the script goes on using",
    text: `${v1}\n<script>\nwindow.widget = new TimekitBooking();\nwindow.widget.init({ ${account} });\n$('#again').click(function () { window.widget.render(); });\n</script>\n`,
    finds: ["4 init stays", "1 v1", "4 token"],
  },
  {
    path: "two.html",
    has: "two calendars",
    text: `${v1.replace(" defer", "")}\n<script>\nnew TimekitBooking().init({ ${account}, targetEl: '#one' });\nnew TimekitBooking().init({ ${account}, targetEl: '#two' });\n</script>\n`,
    finds: ["3 init replaced", "4 init replaced", "1 v1", "3 token", "4 token"],
  },
  {
    path: "shared.html",
    has: "options that two calendars share",
    text: `${v1}\n<script>\nvar shared = { ${account} };\nnew TimekitBooking().init($.extend({}, shared, { targetEl: '#one' }));\nnew TimekitBooking().init($.extend({}, shared, { targetEl: '#two' }));\n</script>\n`,
    finds: ["4 init stays", "5 init stays", "1 v1", "3 token"],
  },
  {
    path: "config-variable.html",
    has: "options in a variable of their own",
    text: `${v1.replace(" defer", "")}\n<script>\nvar options = { ${account} };\nnew TimekitBooking().init(options);\n</script>\n`,
    finds: ["4 init replaced", "1 v1", "3 token"],
  },
  {
    path: "step-by-step.html",
    has: "a global that is filled step by step",
    text: `${v1}\n<script>\nwindow.timekitBookingConfig = window.timekitBookingConfig || {};\ntimekitBookingConfig.email = 'workshop@example.com';\ntimekitBookingConfig.apiToken = '${token}';\n</script>\n`,
    finds: ["3 autoload stays", "1 v1", "5 token"],
  },
  {
    path: "ternary.html",
    has: "a length that depends on a condition",
    text: `${v1}\n<script>\nwindow.timekitBookingConfig = { ${account}, timekitFindTime: { length: long ? '2 hours' : '1 hour' } };\n</script>\n`,
    finds: ["3 autoload stays", "1 v1", "3 token", "3:156 unread timekitFindTime.length"],
  },
  {
    path: "getter.html",
    has: "options that a function makes",
    text: `${v1}\n<script>\nnew TimekitBooking().init(getConfig('workshop'));\n</script>\n`,
    finds: ["1 v1", "3:27 unread ", "3:27 unread "],
  },
  {
    path: "returned.html",
    has: "options that a function only returns",
    text: `${v1}\n<script>\nfunction getConfig() { return { ${account} }; }\nnew TimekitBooking().init(getConfig());\n</script>\n`,
    finds: ["4 init stays", "1 v1", "3 token"],
  },
  {
    path: "callbacks.html",
    has: "functions among the options",
    text: `${v1}\n<script>\nwindow.timekitBookingConfig = {\n  ${account},\n  callbacks: { createBookingSuccessful: function (r) { location = '/thanks?id=' + r.data.id; } },\n};\n</script>\n`,
    finds: ["3 autoload replaced", "1 v1", "4 token"],
  },
  {
    path: "leaking-callback.html",
    has: "a token in a function of the page",
    text: `${v1}\n<script>\nwindow.timekitBookingConfig = {\n  ${account},\n  callbacks: { renderCompleted: function () { post('${token}'); } },\n};\n</script>\n`,
    finds: ["3 autoload replaced", "1 v1", "4 token", "5 token"],
  },
  {
    path: "server-key.html",
    has: "an App API Key, which belongs on servers alone",
    text: `<script>\nfetch('https://api.timekit.io/v2/bookings', { headers: { key: 'live_api_key_0123456789abcdefghij' } });\n</script>\n`,
    finds: ["2 token"],
  },
  {
    path: "basic.js",
    has: "a sign-in by hand",
    text: `$.ajax({ url: 'https://api.timekit.io/v2/findtime', headers: { 'Authorization': 'Basic d29ya3Nob3A6czNWWjByRzloS3E=' } });\n`,
    finds: ["1 token"],
  },
  {
    path: "theme/page.php",
    has: "PHP that puts in the account",
    text: `<?php get_header(); ?>\n${v1}\n<div id="bookingjs1">\n<script>\nnew TimekitBooking().init({\n  targetEl: '#bookingjs1',\n  name: '<?php echo $name; ?>',\n  email: '<?php echo $email; ?>',\n  apiToken: '<?php echo $token; ?>',\n});\n</script>\n</div>\n<?php get_footer();\n`,
    finds: ["5 init stays", "2 v1"],
  },
  {
    path: "theme/name.php",
    has: "PHP in a name alone",
    text: `<?php if ($open) { ?>\n${v1}\n<script>window.timekitBookingConfig = { ${account}, name: "<?= $name ?>" };</script>\n<?php } ?>\n`,
    finds: ["3 autoload replaced", "2 v1", "3 token"],
  },
  {
    path: "theme/condition.php",
    has: "PHP that decides over options",
    text: `${v1}\n<script>window.timekitBookingConfig = { ${account},\n  <?php if ($phone): ?>\n  bookingFields: { phone: { enabled: true } },\n  <?php endif; ?>\n};</script>\n`,
    finds: ["1 v1", "2 token", "2:39 unread ", "2:39 unread "],
  },
  {
    path: "theme/functions.php",
    has: "a page that PHP writes",
    text: `<?php\nadd_shortcode('calendar', function () {\n  return "<script src='//cdn.timekit.io/booking-js/v1/booking.min.js'></script><script>window.timekitBookingConfig = { apiToken: '${token}' }</script>";\n});\n`,
    finds: ["3 token", "1:1 unread "],
  },
  {
    path: "views/book.blade.php",
    has: "Blade",
    text: `@extends('layouts.master')\n@section('content')\n<div id="bookingjs"></div>\n${v1}\n<script>window.timekitBookingConfig = { ${account}, name: @json($shop->name) };</script>\n@stop\n`,
    finds: ["5 autoload replaced", "4 v1", "5 token"],
  },
  {
    path: "views/book.twig",
    has: "Twig",
    text: `{% extends "base.twig" %}\n{% block content %}\n${v1}\n<script>window.timekitBookingConfig = { ${account}, name: {{ shop.name|json_encode|raw }} };</script>\n{% endblock %}\n`,
    finds: ["4 autoload replaced", "3 v1", "4 token"],
  },
  {
    path: "sections/calendar.liquid",
    has: "Liquid",
    text: `${v1}\n<script>window.timekitBookingConfig = { ${account}, name: '{{ section.settings.name | escape }}' };</script>\n{% schema %}{ "name": "Calendar" }{% endschema %}\n`,
    finds: ["2 autoload replaced", "1 v1", "2 token"],
  },
  {
    path: "app/views/book.html.erb",
    has: "ERB",
    text: `<% content_for :title, "Book" %>\n${v1}\n<script>window.timekitBookingConfig = { ${account}, name: <%= raw @shop.name.to_json %> };</script>\n`,
    finds: ["3 autoload replaced", "2 v1", "3 token"],
  },
  {
    path: "about.md",
    has: "a page of a site generator, with front matter",
    text: `---\nlayout: page\ntitle: About\n---\n# About\n\n<div id="bookingjs"></div>\n${v1}\n<script>\n  window.timekitBookingConfig = { ${account} };\n</script>\n`,
    finds: ["10 autoload replaced", "8 v1", "10 token"],
  },
  {
    path: "book.js",
    has: "a script whose page loads v1 elsewhere",
    text: `$(function () {\n  var widget = new TimekitBooking();\n  widget.init({ ${account} });\n});\n`,
    finds: ["3 init stays", "3 token"],
  },
  {
    path: "module.mjs",
    has: "a module",
    text: `import TimekitBooking from 'timekit-booking';\nimport { name } from './shop.mjs';\nnew TimekitBooking().init({ ${account}, name });\n`,
    finds: ["3 init stays", "3 token", "3:125 unread name"],
  },
  {
    path: "constants.jsx",
    has: "React, with an account of constants",
    text: `import { APP, TOKEN } from './config';\nexport class Book extends Component {\n  componentDidMount() {\n    this.timekit = new TimekitBooking();\n    this.timekit.init({ app: APP, email: 'workshop@example.com', apiToken: TOKEN });\n  }\n  render() { return <div id="bookingjs" style={{ height: 400 }} />; }\n}\n`,
    finds: ["5 init stays"],
  },
  {
    path: "hook.tsx",
    has: "React with TypeScript",
    text: `export const Book = ({ length }: Props): JSX.Element => {\n  useEffect(() => {\n    new TimekitBooking().init({ ${account}, timekitFindTime: { length } });\n  }, [length]);\n  return <div id="bookingjs" />;\n};\n`,
    finds: ["3 init stays", "3 token", "3:148 unread timekitFindTime.length"],
  },
  {
    path: "book.service.ts",
    has: "Angular",
    text: `declare const TimekitBooking: any;\n@Injectable()\nexport class Book {\n  private widget: any;\n  start(email: string): void {\n    this.widget = new TimekitBooking();\n    this.widget.init({ app: 'brook-lane', email, apiToken: environment.token });\n  }\n}\n`,
    finds: ["7 init stays", "7:43 unread email"],
  },
  {
    path: "Book.vue",
    has: "Vue",
    text: `<template>\n  <div id="bookingjs" :class="{ open: count > 1 }"></div>\n</template>\n\n<script lang="ts">\nexport default {\n  mounted(): void {\n    new TimekitBooking().init({ ${account}, name: this.name });\n  },\n};\n</script>\n`,
    finds: ["8 init stays", "8 token", "8:135 unread name"],
  },
  {
    path: "Book.svelte",
    has: "Svelte",
    text: `<script>\n  import { onMount } from 'svelte';\n  onMount(() => { new TimekitBooking().init({ ${account} }); });\n</script>\n{#if open}<div id="bookingjs" on:click={() => (open = 1 > 0)} />{/if}\n`,
    finds: ["3 init stays", "3 token"],
  },
  {
    path: "book.astro",
    has: "Astro",
    text: `---\nconst title: string = 'Book';\n---\n<h1>{title}</h1>\n${v1}\n<script is:inline>\n  window.timekitBookingConfig = { ${account} };\n</script>\n`,
    finds: ["7 autoload replaced", "5 v1", "7 token"],
  },
  {
    path: "pages/about.js",
    has: "a script as text, which a framework puts into its page",
    text: `const bookingJS = \`\n  window.timekitBookingConfig = { ${account} }\n\`;\nexport default () => <script dangerouslySetInnerHTML={{ __html: bookingJS }} />;\n`,
    finds: ["2 token", "1:20 unread "],
  },
  {
    path: "commented.html",
    has: "a calendar that is commented out, with its token",
    text: `<!-- ${v1}\n<script>window.timekitBookingConfig = { ${account} }</script> -->\n<p>Call us.</p>\n`,
    finds: ["2 token"],
  },
  {
    path: "docs.html",
    has: "an example in a text field",
    text: `<textarea>\n<script>window.timekitBookingConfig = { widgetId: '…' }</script>\n</textarea>\n`,
    finds: [],
  },
  {
    path: "v2.html",
    has: "a page of v2",
    text: `<div id="bookingjs"></div>\n${jquery}\n<script src="https://cdn.timekit.io/booking-js/v2/booking.min.js" defer></script>\n<script>window.timekitBookingConfig = { app_key: 'test_widget_key_abc', project_id: '94a74f0e-8eb7-4f1c-905e-00f6ac4d4d8e' }</script>\n`,
    finds: [],
  },
  {
    path: "ours.html",
    has: "our own tag",
    text: `<script src="https://cdn.example/1.0.0/loader.js" data-resource-id="2939c4fa-f06f-4496-8a20-03f57afcdfe6" data-broker-url="https://broker.example/client-token" async></script>\n`,
    finds: [],
  },
  {
    path: "broken.html",
    has: "a script that no browser reads",
    text: `${v1}\n<script>\nwindow.timekitBookingConfig = { name: 'Brook Lane };\n</script>\n`,
    finds: ["1 v1", "3:39 unread "],
  },
  {
    path: "broken-elsewhere.html",
    has: "a broken script that has nothing to do with calendars",
    text: `<script>var = timekit;</script>\n${v1}\n<script>window.timekitBookingConfig = { ${account} };</script>\n`,
    finds: ["3 autoload replaced", "2 v1", "3 token"],
  },
  {
    path: "calendar.js",
    has: "a calendar of somebody else",
    text: `var calendar = new Datepicker();\ncalendar.init({ selector: '#date' });\n`,
    finds: [],
  },
  {
    path: "copy.html",
    has: "a copy of v1 of the site's own",
    text: `<script src="/js/booking.min.js"></script>\n<script>new TimekitBooking().init({ ${account} });</script>\n`,
    finds: ["2 init stays", "2 token"],
  },
  {
    path: "handler.html",
    has: "a calendar in an attribute",
    text: `${v1}\n<button onclick="new TimekitBooking().init({ apiToken: '${token}' })">Book</button>\n`,
    finds: ["1 v1", "2 token", "2:1 unread "],
  },
  {
    path: "pinned.html",
    has: "v1 from a public host, with a hash",
    text: `<script src="https://cdn.jsdelivr.net/npm/timekit-booking@1.24.2/dist/booking.min.js" integrity="sha384-AAAA" crossorigin="anonymous"></script>\n<script>new TimekitBooking().init({ ${account} });</script>\n`,
    finds: ["2 init replaced", "1 v1", "2 token"],
  },
  {
    path: "team.html",
    has: "a team, whose members' tokens would come into the page",
    text: `${v1}\n<script>\nwindow.timekitBookingConfig = { ${account}, timekitFindTimeTeam: { users: [{ _email: 'a@example.com', token: 'aaaabbbbccccdddd1111222233334444' }] } };\n</script>\n`,
    finds: ["3 autoload stays", "1 v1", "3 token", "3 token"],
  },
  {
    path: "minified.html",
    has: "a minified script",
    text: `${v1.replace(" defer", "")}<script>!function(){var t={app:"brook-lane",email:"workshop@example.com",apiToken:"${token}",showCredits:!1};(new TimekitBooking).init(t)}();</script>\n`,
    finds: ["1 init replaced", "1 v1", "1 token"],
  },
];
