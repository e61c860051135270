import { latinCulture } from './culture';

export const NIGERIAN = latinCulture(
  'NG',
  `Adébáyọ̀, Ngọzi, Chukwuemeka, Fọláṣadé, Olúwáṣeun, Ifẹ́olúwa, Chinyẹre, Títílayọ̀, Ọbinna, Àìná, Yétúndé,
   Kẹ́hìndé, Amarachi, Babátúndé, Ṣadé, Uchechi, Ọláwálé, Adaeze, Táíwò, Ikẹchukwu, Mọ́rẹ̀nikẹ́, Zainab,
   Abdulsalam, Ebiere`,
  `Adéyẹmí, Okonkwo, Ọlátúnjí, Nwosu, Adébísí, Eze, Ògúnlẹ́yẹ, Chukwu, Bánkọ́lé, Okoro, Fálànà, Onyeka,
   Ṣówándé, Igwe, Akíntọ́lá, Nnamdi, Ọdúyà, Uzoma, Àjàyí, Ekwueme, Ọ̀ṣúntókun, Mbakwe, Adéṣínà, Anyaoku,
   Fágúnwà, Danjuma, Ọbásanjọ́, Ibekwe, Awólọ́wọ̀, Madueke, Ṣóyínká, Umaru`,
);
