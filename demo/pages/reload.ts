// Runs in the page while `npm run dev` does: each build ends in a new server, and this stream opens there once more.
const server = new EventSource("/restarts");
let isOpen = false;
server.addEventListener("open", () => {
  if (isOpen) location.reload();
  isOpen = true;
});
