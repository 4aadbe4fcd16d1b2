// Loaded before one of the application's own programs (node --import), which know nothing of the sandbox: when the demo that
// started them is gone, however it went, they stop as if asked to, and at the latest a little later.

process.on('disconnect', () => {
	setTimeout(() => process.exit(1), 15_000).unref()
	process.kill(process.pid, 'SIGTERM')
})
// The line to the demo alone must not keep a program alive that is done.
process.channel?.unref()
