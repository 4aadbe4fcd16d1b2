import { Settings } from 'luxon'
import { calendarCases } from './calendar-cases.ts'

/** Run as a process of its own: prints the cases with luxon's clock frozen at the instant given. */
const frozen = Date.parse(process.argv[2] ?? '')
Settings.now = () => frozen
const machine = new Date(2026, 6, 1).getTimezoneOffset()
process.stdout.write(JSON.stringify({ frozen, machine, cases: calendarCases() }))
