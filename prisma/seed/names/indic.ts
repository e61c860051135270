import { latinCulture, scriptCulture } from './culture';

export const INDIAN = scriptCulture(
  'IN',
  `आरव aarav, प्रिया priya, अर्जुन arjun, अनन्या ananya, विवेक vivek, दीपिका deepika, रोहन rohan, काव्या kavya,
   संजय sanjay, नेहा neha, कृष्ण krishna, श्रुति shruti, अमित amit, मीरा meera, राहुल rahul, ज्योति jyoti,
   सिद्धार्थ siddharth, पूजा pooja, निखिल nikhil, ऐश्वर्या aishwarya, गौरव gaurav, लक्ष्मी lakshmi, ईशान ishaan, उषा usha`,
  `शर्मा sharma, वर्मा verma, गुप्ता gupta, सिंह singh, कुलकर्णी kulkarni, पाटिल patil, जोशी joshi, मिश्रा mishra,
   त्रिपाठी tripathi, देशपांडे deshpande, अग्रवाल agarwal, चौहान chauhan, यादव yadav, भट्ट bhatt, ठाकुर thakur,
   सक्सेना saxena, दीक्षित dixit, पांडेय pandey, श्रीवास्तव srivastava, राठौड़ rathore, मल्होत्रा malhotra, कपूर kapoor,
   चतुर्वेदी chaturvedi, नाईक naik, शिंदे shinde, गायकवाड़ gaikwad, द्विवेदी dwivedi, ओझा ojha, खन्ना khanna,
   मेहता mehta, झा jha, फडणीस phadnis`,
);

export const THAI = scriptCulture(
  'TH',
  `สมชาย somchai, กัญญา kanya, ณัฐพล natthaphon, พิมพ์ชนก phimchanok, ธนกร thanakon, สุนิสา sunisa, วีระ wira,
   อรทัย orathai, ชัยวัฒน์ chaiwat, มาลี mali, ปกรณ์ pakon, ดวงใจ duangchai, กิตติ kitti, นภา napha, เอกชัย ekkachai,
   จันทร์เพ็ญ chanphen, ศักดิ์ชาย sakchai, รัตนา rattana, ภูมิ phum, ลลิตา lalita, ยุทธนา yutthana, ฐิติมา thitima,
   บุญมี bunmi, ไพลิน phailin`,
  `สุขใจ sukchai, ศรีสุข sisuk, วงศ์สวัสดิ์ wongsawat, แสงทอง saengthong, บุญเรือง bunrueang, ทองดี thongdi,
   จันทร์แก้ว chankaeo, รัตนพงษ์ rattanaphong, พรหมมา phromma, ชูศรี chusi, อินทร์สุวรรณ insuwan, ใจดี chaidi,
   คงสมบูรณ์ khongsombun, มณีรัตน์ manirat, เพชรเจริญ phetcharoen, สายบัว saibua, นาคสุวรรณ naksuwan, ปานทอง panthong,
   ดวงแก้ว duangkaeo, เกษมสุข kasemsuk, วัฒนา watthana, ธรรมรักษ์ thammarak, พลอยงาม phloingam, สิงห์โต singto,
   หอมจันทร์ homchan, ยิ้มแย้ม yimyaem, โพธิ์ทอง phothong, เรืองศรี rueangsi, กล้าหาญ klahan, ไชยวงศ์ chaiwong,
   อ่อนน้อม onnom, ฉัตรทอง chatthong`,
);

export const VIETNAMESE = latinCulture(
  'VN',
  `Thị Hương, Văn Đức, Ngọc Ánh, Quốc Bảo, Thúy Kiều, Minh Tuấn, Thanh Hằng, Đình Phúc, Mỹ Duyên, Hữu Nghĩa,
   Kim Liên, Trọng Hiếu, Bích Ngọc, Xuân Trường, Diễm Quỳnh, Công Phượng, Hồng Nhung, Gia Huy, Phương Thảo,
   Đăng Khoa, Tuyết Mai, Hoàng Long, Ái Vân, Nhật Nam`,
  `Nguyễn, Trần, Lê, Phạm, Huỳnh, Vũ, Võ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương, Lý, Đoàn, Đinh, Trịnh, Tăng, Mạc,
   Phùng, Quách, Tô, Lưu, Cao, Châu, Diệp, Thái, Khổng, Từ, Vương, Kiều, Nghiêm`,
);
