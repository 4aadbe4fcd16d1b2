import type { Random } from './random.ts'

/** Names that go together, of people who live in Norway. */
export interface NamePool {
	/** Of a hundred people, about. */
	share: number
	given: readonly string[]
	children: readonly string[]
	family: readonly string[]
}

const words = (text: string): readonly string[] => text.split(' ')

const pools: readonly NamePool[] = [
	{
		share: 62,
		given: words(
			'Anne Inger Kari Marit Ingrid Liv Eva Berit Astrid Bjørg Hilde Anna Solveig Marianne Randi Ida Nina Åse Elisabeth Kristin Silje Ranveig Sunniva Turid Gunnhild Jorunn Oddny Jan Per Bjørn Ole Lars Kjell Knut Arne Svein Thomas Hans Geir Tor Morten Terje Odd Erik Martin Andreas John Øystein Håkon Sigurd Eirik Magnus Jonas Torbjørn Vegard Gaute Leiv',
		),
		children: words('Emma Nora Ella Sofie Ingeborg Selma Jakob Noah Oskar Elias Isak Mikkel Iben Aksel Frøya Even'),
		family: words(
			'Hansen Johansen Olsen Larsen Andersen Pedersen Nilsen Kristiansen Jensen Karlsen Johnsen Pettersen Eriksen Berg Haugen Hagen Johannessen Andreassen Jacobsen Dahl Jørgensen Halvorsen Henriksen Lund Sørensen Jakobsen Moen Gundersen Iversen Strand Solberg Svendsen Eide Knutsen Bakken Ødegård Aas Myhre Lien Sæther Årdal Bøe Nygård Tveit Vik Fossum',
		),
	},
	{
		share: 7,
		given: words('Áilu Ánde Biret Inga Máhtte Nils-Ánte Rávdná Sárá Elle Ante Issát Láilá Mikkel-Nils Márjá Jovnna'),
		children: words('Elle-Máijá Ánte Sárá Risten Niilas Máret Ináhkká Juhán'),
		family: words('Eira Utsi Somby Gaup Sara Hætta Buljo Bongo Oskal Siri Valkeapää Guttorm Nystø Triumf'),
	},
	{
		share: 6,
		given: words('Imran Ayesha Bilal Saima Farah Usman Nadia Tariq Rukhsana Zain Shazia Asif'),
		children: words('Zara Hamza Aliya Rayan Maryam Ibrahim'),
		family: words('Ahmed Khan Hussain Ali Malik Iqbal Butt Mahmood Raja Chaudhry Akhtar'),
	},
	{
		share: 6,
		given: words('Agnieszka Piotr Katarzyna Tomasz Magdalena Paweł Joanna Krzysztof Małgorzata Łukasz Ewa Marcin'),
		children: words('Zofia Jan Hanna Antoni Maja Filip'),
		family: words('Nowak Kowalska Wiśniewski Wójcik Kamińska Lewandowski Zieliński Dąbrowska Szymański'),
	},
	{
		share: 5,
		given: words('Amina Abdi Hodan Yusuf Fatuma Mohamed Sahra Ismail Ayaan Liban Hawa Omar'),
		children: words('Sumaya Zakaria Ikram Abdullahi Salma Ilyas'),
		family: words('Warsame Abdi Hassan Farah Jama Ibrahim Mohamud Osman Nur Yusuf'),
	},
	{
		share: 5,
		given: words('Samira Ahmad Leila Karim Rima Bassam Nour Khalil Dina Yasin Shirin Reza Zahra Dara'),
		children: words('Adam Lina Yara Sami Hiba Daniel'),
		family: words('Haddad Al-Masri Khoury Darwish Karimi Rahimi Hosseini Aziz Barzani Nasser'),
	},
	{
		share: 4,
		given: words('Elena Mihai Daiva Jonas Olga Andrei Rasa Viktor Irina Vytautas Oksana Dmytro'),
		children: words('Sofia Luka Emilija Matas Daria Ivan'),
		family: words('Popescu Ivanova Kazlauskas Petrauskienė Ionescu Shevchenko Bondarenko Kovalenko Jankauskas'),
	},
	{
		share: 3,
		given: words('Minh Lan Thanh Huong Duc Thuy Priya Suren Kavitha Arul'),
		children: words('Linh Bao Mai Anh Nila Arjun'),
		family: words('Nguyen Tran Le Pham Hoang Sivakumar Rajan Nadarajah'),
	},
	{
		share: 2,
		given: words('Selam Tesfay Yohannes Helen Abraham Mehret Filmon Saba'),
		children: words('Nahom Rahel Natan Delina'),
		family: words('Tekle Habte Ghebremedhin Kidane Haile Berhane'),
	},
]

const shares = pools.reduce((sum, { share }) => sum + share, 0)

/** A pool, by how many there are. */
export function somePool(random: Random): NamePool {
	let place = random.next() * shares
	for (const pool of pools) {
		place -= pool.share
		if (place < 0) return pool
	}
	throw new RangeError('There are no names')
}
