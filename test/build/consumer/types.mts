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
