// Loaded before the app: when `start` goes without a word (kill -9), its end of this channel
// closes, and the app must not go on serving a database that somebody else will take over.
// Node hands this file on to the workers a build starts; those have another parent.
if (process.ppid === Number(process.env.START_PID)) {
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 1000).unref();
  });
  process.channel?.unref();
}
