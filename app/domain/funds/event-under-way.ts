/** Stripe tries a webhook that was not taken again after five minutes and after half an hour. */
const underWayMs = 3_600_000

/**
 * Whether the webhook of an event may still be on its way: then that it has not come says nothing. Both instants are of the
 * machines' own clocks, and Stripe's may be a little ahead.
 */
export function isUnderWay(happenedAt: Date, machineNow: Date): boolean {
	return machineNow.getTime() - happenedAt.getTime() < underWayMs
}
