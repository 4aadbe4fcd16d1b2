/** Common names, so that the demo reads as a prison in Norway does. */
export const givenNames = [
	'Anne', 'Inger', 'Kari', 'Marit', 'Ingrid', 'Liv', 'Eva', 'Berit', 'Astrid', 'Bjørg', 'Hilde', 'Anna', 'Solveig', 'Marianne',
	'Randi', 'Ida', 'Nina', 'Åse', 'Elisabeth', 'Kristin', 'Silje', 'Ranveig', 'Sunniva', 'Turid', 'Amina', 'Fatima', 'Samira',
	'Agnieszka', 'Elena', 'Nadia', 'Jan', 'Per', 'Bjørn', 'Ole', 'Lars', 'Kjell', 'Knut', 'Arne', 'Svein', 'Thomas', 'Hans', 'Geir',
	'Tor', 'Morten', 'Terje', 'Odd', 'Erik', 'Martin', 'Andreas', 'John', 'Øystein', 'Håkon', 'Sigurd', 'Eirik', 'Magnus', 'Ahmed',
	'Yusuf', 'Piotr', 'Mihai', 'Jonas',
] as const

export const familyNames = [
	'Hansen', 'Johansen', 'Olsen', 'Larsen', 'Andersen', 'Pedersen', 'Nilsen', 'Kristiansen', 'Jensen', 'Karlsen', 'Johnsen',
	'Pettersen', 'Eriksen', 'Berg', 'Haugen', 'Hagen', 'Johannessen', 'Andreassen', 'Jacobsen', 'Dahl', 'Jørgensen', 'Halvorsen',
	'Henriksen', 'Lund', 'Sørensen', 'Jakobsen', 'Moen', 'Gundersen', 'Iversen', 'Strand', 'Solberg', 'Svendsen', 'Eide', 'Knutsen',
	'Bakken', 'Ødegård', 'Aas', 'Myhre', 'Lien', 'Sæther', 'Ali', 'Hussain', 'Nowak', 'Ivanova', 'Popescu', 'Eira', 'Utsi', 'Somby',
] as const

export const childNames = ['Emma', 'Nora', 'Ella', 'Sofie', 'Ingeborg', 'Selma', 'Jakob', 'Noah', 'Oskar', 'Elias', 'Isak', 'Mikkel'] as const
