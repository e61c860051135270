import { latinCulture } from './culture';

export const GERMAN = latinCulture(
  'DE',
  `Anna, Lukas, Käthe, Jürgen, Sören, Mareike, Björn, Hannah, Matthias, Jörg, Ulrike, Günther, Lena,
   Felix, Zoë, Tobias, Bärbel, Henning, Franziska, Moritz, Annegret, Rüdiger, Theresa, Götz`,
  `Müller, Schäfer, Weiß, Köhler, Schröder, Jäger, Groß, Böhm, Krüger, Lang, Fuchs, Vogel,
   von der Heide, Günther, Möller, Lindner, Bräuer, Kühn, Voß, Hübner, Winkler, Öztürk-Baumann,
   Seidel, Förster, Thoma, Brandstätter, Haas, Zöllner, Kästner, Engel, Rößler, Ziegler`,
);

export const FRENCH = latinCulture(
  'FR',
  `Élodie, François, Zoé, Benoît, Chloé, Jérôme, Anaïs, Loïc, Hélène, Rémi, Noëlle, Gaël, Maëlle,
   Cédric, Aurélie, Thibault, Océane, Clément, Léa, Jean-Baptiste, Mégane, Étienne, Inès, Mathéo`,
  `Lefèvre, Dubois, Gérard, Béranger, Moreau, Côté, d'Aubigné, Garçon, Hénault, Roux, Maître, Faure,
   Le Goff, Guérin, Prévost, Delacroix, Chauvière, Châtelain, Bézier, Rivière, Crépin, Noël,
   Legrand, Besançon, de La Tour, Gauthier, Barbé, Lemaître, Séguin, Tessier, Dufrêne, Vallée`,
);

export const SPANISH = latinCulture(
  'ES',
  `José, María, Iñaki, Begoña, Sofía, Andrés, Lucía, Martín, Raúl, Inés, Álvaro, Ángela, Joaquín,
   Nuria, Óscar, Rocío, Jesús, Verónica, Adrián, Concepción, Íñigo, Beatriz, Germán, Pilar`,
  `García, Muñoz, Ibáñez, Núñez, Peña, Ordóñez, de la Cruz, Martínez, Gómez, López, Yáñez, Cañas,
   Saavedra, Domínguez, Rodríguez, Vázquez, Etxeberria, Ávila, Castañeda, Piñero, Cortés, Durán,
   Benítez, Iglesias, Múgica, Sánchez, Villaseñor, Zúñiga, Rincón, Marín, Ruiz, Ocaña`,
);

export const BRAZILIAN = latinCulture(
  'BR',
  `João, Conceição, Antônio, Fátima, Luís, Letícia, Caetano, Débora, Vinícius, Patrícia, Estêvão,
   Júlia, Fábio, Simão, Márcia, Thaís, Otávio, Lígia, Rogério, Cauã, Iara, Natália, Sebastião, Inácio`,
  `Gonçalves, Araújo, Conceição, Magalhães, Simões, Assunção, Falcão, Guimarães, Brandão, Teixeira,
   dos Santos, Leão, Queirós, Mendonça, Barão, Cândido, Furtado, Sampaio, Vilaça, Fontoura,
   Damasceno, Peçanha, Romão, Salomão, Trindade, Valença, Cardoso, Camargo, Galvão, Esteves, Rosário, Luz`,
);

export const AMERICAN = latinCulture(
  'US',
  `Emma, Liam, Renée, Jackson, Olivia, Mason, Siobhán, DeShawn, Harper, Ethan, Chloe, Wyatt, Zoë,
   Tyrone, Maeve, Caleb, Aaliyah, Logan, Mary-Kate, Hunter, Noémie, Austin, Savannah, Xavier`,
  `Smith, Johnson, O'Connor, Washington, McAllister, Kowalski, Jefferson, Abernathy, O'Neill, Brooks,
   van Buren, Freeman, Castellano, Whitfield, Yazzie, Delgado, Hawthorne, St. James, Okafor, Bennett,
   Fitzgerald, Lindgren, Mahoney, Prescott, Nakai, Boone, Caldwell, Sinclair, Pritchard, Reyes, Tate,
   Underwood`,
);
