import type postgres from 'postgres'

type Parameter = postgres.ParameterOrJSON<never>
type Work = (tx: postgres.TransactionSql) => unknown

/** A statement with more is a list, whose text changes with its length: each would be kept for itself by every connection. */
const mostParameters = 64

/**
 * The same connections, on which every statement is prepared: parsed and planned once a connection, and sent in one round trip
 * instead of two. drizzle prepares only what it is given a name for.
 */
export function prepared<Client extends postgres.Sql | postgres.TransactionSql>(client: Client): Client {
	return new Proxy(client, {
		get(target, name) {
			if (name === 'unsafe')
				return (text: string, parameters: Parameter[] = [], options: postgres.UnsafeQueryOptions = {}) => {
					const prepare = parameters.length > 0 && parameters.length <= mostParameters
					return target.unsafe(text, parameters, prepare ? { ...options, prepare } : options)
				}
			if (name === 'begin' && 'begin' in target) return (work: Work) => target.begin((tx) => work(prepared(tx)))
			if (name === 'savepoint' && 'savepoint' in target)
				return (work: Work) => target.savepoint((tx) => work(prepared(tx)))
			return Reflect.get(target, name)
		},
	})
}
