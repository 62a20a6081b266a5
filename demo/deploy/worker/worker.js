export { default } from "timekit-embed/broker/worker";
