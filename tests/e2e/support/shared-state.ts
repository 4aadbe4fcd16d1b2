import { connect, disconnect } from '#db/client.server.ts'

/**
 * What a prison stands on and every later test of the same worker meets: who has which role, what is closed, which orders and
 * rules are in force. Each as lines that can be compared; the bookings and cases of single people are their test's own.
 */
export async function sharedState(ownerUrl: string): Promise<string[]> {
	const db = connect(ownerUrl, { max: 1 })
	try {
		const lines = await db.$client<{ line: string }[]>`
			select 'closure ' || ref as line from closure where ended_at is null
			union all select 'role ' || o.ref || ' ' || r.role || ' ' || coalesce(f.name, 'everywhere')
				from officer_role r join officer o on o.id = r.officer_id left join facility f on f.id = r.facility_id
			union all select 'officer ' || ref from officer where active
			union all select 'court restriction ' || ref from court_restriction
			union all select 'ban ' || ref || ' to ' || to_at from ban
			union all select 'protective order ' || ref || ' to ' || to_at from protective_order
			union all select 'non-association ' || ref from non_association where ended_at is null
			union all select 'policy ' || md5(parameters::text) || ' from ' || valid_from from facility_policy
			union all select 'template ' || ref || ' from ' || valid_from || ' to ' || coalesce(valid_to::text, 'open') from session_template
			order by line`
		return lines.map(({ line }) => line)
	} finally {
		await disconnect(db)
	}
}
