import timekitEmbed, { mount, push, version } from "timekit-embed";
import { createBroker } from "timekit-embed/broker";
import { toNodeHandler } from "timekit-embed/broker/node";
import worker from "timekit-embed/broker/worker";
import integrity from "timekit-embed/integrity.json" with { type: "json" };
import manifest from "timekit-embed/package.json" with { type: "json" };

console.log(
  JSON.stringify({
    version: [version, timekitEmbed.version, manifest.version],
    embeds: timekitEmbed.embeds,
    kinds: [mount, push, createBroker, toNodeHandler, worker.fetch].map((each) => typeof each),
    hashed: Object.keys(integrity),
  }),
);
