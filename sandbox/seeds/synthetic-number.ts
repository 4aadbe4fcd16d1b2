/**
 * A national number that belongs to nobody: the month is raised by 80, as the tax authority's synthetic people have it. The
 * control digits are right, so that every check of the real thing runs.
 *
 * @param born `YYYY-MM-DD`
 * @param serial 0 or more: which of the day's numbers
 */
export function syntheticNumber(born: string, serial: number): string {
	const day = `${born.slice(8, 10)}${String(Number(born.slice(5, 7)) + 80)}${born.slice(2, 4)}`
	const first = born < '2000' ? 0 : 500
	let wanted = serial
	for (let individual = first; individual < first + 500; individual++) {
		const number = withControlDigits(`${day}${String(individual).padStart(3, '0')}`)
		if (number !== null && wanted-- === 0) return number
	}
	throw new RangeError(`No synthetic number ${serial} on ${born}`)
}

function withControlDigits(nine: string): string | null {
	const first = control(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2])
	if (first === null) return null
	const second = control(nine + first, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2])
	return second === null ? null : `${nine}${first}${second}`
}

function control(digits: string, weights: readonly number[]): number | null {
	const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
	const rest = (11 - (sum % 11)) % 11
	return rest === 10 ? null : rest
}
