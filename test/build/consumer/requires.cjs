const { default: timekitEmbed, mount, push, version } = require("timekit-embed");
const { createBroker } = require("timekit-embed/broker");
const { toNodeHandler } = require("timekit-embed/broker/node");
const { default: worker } = require("timekit-embed/broker/worker");
const integrity = require("timekit-embed/integrity.json");
const manifest = require("timekit-embed/package.json");

console.log(
  JSON.stringify({
    version: [version, timekitEmbed.version, manifest.version],
    embeds: timekitEmbed.embeds,
    kinds: [mount, push, createBroker, toNodeHandler, worker.fetch].map((each) => typeof each),
    hashed: Object.keys(integrity),
  }),
);
