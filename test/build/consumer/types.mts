import timekitEmbed, { mount, push, version, type Embed, type MountOptions, type State } from "timekit-embed";
import { createBroker, type BrokerSettings } from "timekit-embed/broker";
import { toNodeHandler, type NodeHandler } from "timekit-embed/broker/node";
import worker from "timekit-embed/broker/worker";
import integrity from "timekit-embed/integrity.json";

const options: MountOptions = { resourceId: "2939c4fa-f06f-4496-8a20-03f57afcdfe6", target: document.body };
const embed: Embed = mount(options);
const state: State = embed.state;
const ready: Promise<void> = embed.ready;
push((api) => api.mount({ resourceId: state + version }).destroy());
const embeds: readonly Embed[] = timekitEmbed.embeds;

declare const settings: BrokerSettings;
const answers: readonly Promise<Response>[] = [
  createBroker(settings).fetch(new Request("https://broker.example/")),
];
const handler: NodeHandler = toNodeHandler(createBroker(settings));
const hash: string | undefined = integrity["loader.js"];
export { answers, embeds, handler, hash, ready, worker };

// @ts-expect-error: a resource id is a text
mount({ resourceId: 1 });
// @ts-expect-error: there is no such option
mount({ resourceId: "", colour: "red" });

mount({
  resourceId: "",
  target: document.querySelector("#calendar"),
  config: {
    bookingGraph: "confirm_decline",
    bookingFields: {
      phone: { enabled: true, required: true },
      email: { locked: true, prefilled: "a@example.com" },
    },
    timekitFindTime: { length: "30 minutes", filters: { and: [] } },
    fullCalendar: { firstDay: 1 },
    localization: { timeDateFormat: "24h-dmy-mon", strings: { submitText: "Go" } },
    callbacks: { clickTimeslot: (slot: object) => slot, GetBookingSlotsStarted: () => undefined },
  },
});
mount({ resourceId: "", config: '{"name":"Shop"}' });
// @ts-expect-error: it is `bookingGraph`
mount({ resourceId: "", config: { bookinGraph: "instant" } });
// @ts-expect-error: it is `enabled`
mount({ resourceId: "", config: { bookingFields: { phone: { enable: true } } } });
// @ts-expect-error: it is `confirm_decline`
mount({ resourceId: "", config: { bookingGraph: "confirm-decline" } });
// @ts-expect-error: v1 has no such callback
mount({ resourceId: "", config: { callbacks: { onBooked: () => undefined } } });
// @ts-expect-error: it would bring team members' tokens into the page
mount({ resourceId: "", config: { timekitFindTimeTeam: {} } });

document.addEventListener("timekit-embed:booked", ({ detail }) => {
  const bookingId: string | null = detail.bookingId;
  // @ts-expect-error: nothing of the visitor is told
  return [bookingId, detail.email];
});
document.body.addEventListener("timekit-embed:error", ({ detail }) => detail.code === "broker/busy");
window.addEventListener("timekit-embed:ready", ({ detail }) => detail.resourceId.length);
if (!window.TimekitEmbed) window.TimekitEmbed = [];
window.TimekitEmbed.push((api) => api.embeds.forEach((embed) => embed.start()));
