/** Whether this Node can run the project; a sentence and an end where it cannot. */
export function checkNode() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
	if (major > 20 || (major === 20 && minor >= 19)) return
	console.error(
		`Samvær needs Node 20.19 or newer, and this is ${process.versions.node}. Node 24 is a good choice: https://nodejs.org`,
	)
	process.exit(1)
}
