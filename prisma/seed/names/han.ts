import { scriptCulture } from './culture';

export const CHINESE = scriptCulture(
  'CN',
  `伟 wei, 秀英 xiuying, 志强 zhiqiang, 丽华 lihua, 建国 jianguo, 雨桐 yutong, 子轩 zixuan, 晓红 xiaohong, 浩然 haoran,
   婷婷 tingting, 俊杰 junjie, 梦琪 mengqi, 文博 wenbo, 欣怡 xinyi, 天宇 tianyu, 淑芬 shufen, 国栋 guodong, 思远 siyuan,
   美玲 meiling, 鹏飞 pengfei, 佳怡 jiayi, 宏伟 hongwei, 雅静 yajing, 明哲 mingzhe`,
  `王 wang, 李 li, 张 zhang, 刘 liu, 陈 chen, 杨 yang, 黄 huang, 赵 zhao, 吴 wu, 周 zhou, 徐 xu, 孙 sun, 马 ma, 朱 zhu,
   胡 hu, 郭 guo, 何 he, 高 gao, 林 lin, 罗 luo, 郑 zheng, 梁 liang, 谢 xie, 宋 song, 唐 tang, 韩 han, 冯 feng, 邓 deng,
   欧阳 ouyang, 司马 sima, 诸葛 zhuge, 曾 zeng`,
);

export const JAPANESE = scriptCulture(
  'JP',
  `翔太 shota, 美咲 misaki, 健一 kenichi, さくら sakura, 大輔 daisuke, 陽子 yoko, 蓮 ren, 結衣 yui, 拓海 takumi, 直美 naomi,
   悠真 yuma, 葵 aoi, 和也 kazuya, 恵子 keiko, 隼人 hayato, ひなた hinata, 誠 makoto, 久美子 kumiko, 龍之介 ryunosuke,
   真央 mao, 正樹 masaki, 千尋 chihiro, 勇気 yuki, カレン karen`,
  `佐藤 sato, 鈴木 suzuki, 高橋 takahashi, 田中 tanaka, 渡辺 watanabe, 伊藤 ito, 山本 yamamoto, 中村 nakamura, 小林 kobayashi,
   加藤 kato, 吉田 yoshida, 山田 yamada, 佐々木 sasaki, 山口 yamaguchi, 松本 matsumoto, 井上 inoue, 木村 kimura, 斎藤 saito,
   清水 shimizu, 山崎 yamazaki, 森 mori, 池田 ikeda, 橋本 hashimoto, 石川 ishikawa, 前田 maeda, 藤田 fujita, 後藤 goto,
   岡田 okada, 長谷川 hasegawa, 村上 murakami, 近藤 kondo, 東海林 shoji`,
);

export const KOREAN = scriptCulture(
  'KR',
  `민준 minjun, 서연 seoyeon, 지훈 jihoon, 수빈 subin, 현우 hyunwoo, 은지 eunji, 도윤 doyun, 하은 haeun, 준호 junho, 유진 yujin,
   성민 sungmin, 미경 mikyung, 태현 taehyun, 소희 sohee, 동욱 dongwook, 지은 jieun, 상훈 sanghoon, 예린 yerin, 재석 jaeseok,
   보라 bora, 우진 woojin, 하늘 haneul, 영수 youngsoo, 나래 narae`,
  `김 kim, 이 lee, 박 park, 최 choi, 정 jung, 강 kang, 조 cho, 윤 yoon, 장 jang, 임 lim, 한 han, 오 oh, 서 seo, 신 shin, 권 kwon,
   황 hwang, 안 ahn, 송 song, 류 ryu, 전 jeon, 홍 hong, 고 ko, 문 moon, 양 yang, 손 son, 배 bae, 백 baek, 허 heo, 남궁 namgung,
   선우 sunwoo, 제갈 jegal, 노 noh`,
);
