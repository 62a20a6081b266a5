import timekitEmbed, { mount, push, version, type Embed, type MountOptions } from "timekit-embed";
import integrity = require("timekit-embed/integrity.json");

const options: MountOptions = { resourceId: "2939c4fa-f06f-4496-8a20-03f57afcdfe6", target: document.body };
const embed: Embed = mount(options);
push((api) => api.mount({ resourceId: version }).destroy());
const embeds: readonly Embed[] = timekitEmbed.embeds;
const hash: string | undefined = integrity["loader.js"];
export { embed, embeds, hash };

// @ts-expect-error: a resource id is a text
mount({ resourceId: 1 });
