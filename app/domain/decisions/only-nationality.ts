// Sivilombudet and the circular on § 27: that somebody is a foreign national is no ground by itself.

const nationality = new Set(
	`foreign foreigner nationality national nationals citizen citizenship utenlandsk utenlandske utlending utenlending
	utanlandsk utanlandske nasjonalitet statsborger statsborgerskap statsborgar statsborgarskap`.split(/\s+/),
)
const between = new Set(
	`only just merely a an the is has have of because applicant visitor he she they it bare kun berre en ein et eit er har
	har fordi søker søkeren søkjar søkjaren besøkende hun han ho det på grunn av due to being and og who with som med`.split(
		/\s+/,
	),
)

/** Whether the facts say that somebody is of foreign nationality, and nothing else. */
export function isOnlyNationality(facts: string): boolean {
	const words = facts.toLowerCase().match(/\p{L}+/gu) ?? []
	return (
		words.some((word) => nationality.has(word)) && words.every((word) => nationality.has(word) || between.has(word))
	)
}
