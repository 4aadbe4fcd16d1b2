import { startPostgres } from '#sandbox/postgres/start.ts'

/** A starter to be killed: starts the server, says where it is, and stays. */
const folder = process.argv[2]
if (!folder) throw new Error('Which folder?')
const { pid, adopted, adminUrl } = await startPostgres({ folder, durable: true, log: (line) => console.error(line) })
console.log(JSON.stringify({ pid, adopted, adminUrl }))
setInterval(() => {}, 60_000)
