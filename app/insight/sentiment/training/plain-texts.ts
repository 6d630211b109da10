/**
 * What customers write that says neither good nor bad: facts, questions and requests, by hand, one a line. Labelled sets
 * have next to none of them, and what is learned without them takes every "delivered" for praise.
 */
export const PLAIN_TEXTS: Readonly<Record<"en" | "zh", string>> = {
  en: `
I ordered three of these last week.
The parcel came on Friday afternoon.
It was delivered to the front desk.
Delivered by courier at ten in the morning.
I bought it as a present for my mother.
We use it in the garage.
My husband wears a size 44.
I am 165 cm and weigh 60 kg.
The jacket has two pockets and a hood.
There are eight pieces in the set.
The lid is made of glass.
It weighs about two kilos.
The bottle holds 500 ml.
The cable is one metre long.
It runs on two AA batteries.
I paid by credit card.
I paid with a gift card and the rest in cash.
I chose the grey one.
I received the order confirmation yesterday.
I have the older version as well.
This is my second order.
This is the first time I have ordered here.
I have not opened it yet.
I haven't tried it yet.
Have not used it so far.
I will update this review after a month.
I will report back when I have used it.
I sent it back on Monday.
I returned one and kept the other.
I exchanged it for the next size up.
Exchanged for a medium.
Sent it back for a smaller size.
I asked for an invoice.
I signed up for the newsletter.
I have 350 points on my account.
My account is registered under my work email.
The invoice is dated 12 March.
The order was placed on Sunday night.
The tracking says it is in Leipzig.
It is a gift for my brother.
It's for a friend.
My wife ordered it.
The colour is dark green.
It is the same as the one in the shop window.
The label says hand wash only.
The box contains a charger and a manual.
It comes with a one year warranty.
The manual is in English and French.
I plan to use it on our trip in June.
We put it in the living room.
I keep it on my desk.
It stands next to the sofa.
I drink it in the morning.
I take one capsule a day.
I got it during the sale.
I have a dog and two cats.
My daughter is four years old.
The kids are at school until three.
We live on the third floor.
I used the coupon from the email.
I picked it up at the store.
It arrived in two parcels.
The second parcel came a day later.
I wrote to you last Thursday.
I called this morning.
I already have an account.
I subscribed for three months.
The shipping address is the same as the billing address.
Please send the invoice to my office.
Please cancel order 5512.
Please update my phone number.
Please add the second item to my order.
Please call me back after five.
Could you send me the tracking number?
Could you tell me when it will be back in stock?
Can you ship this to Canada?
Can I change the size of my order?
Can I pick it up in the store?
Can I pay by bank transfer?
Can this be used outdoors?
Can I wash this at 60 degrees?
Do you have this in black?
Do you sell gift cards?
Do you ship on weekends?
Do I need to sign for the parcel?
Do the points expire?
Does the set include batteries?
Does this fit a 15 inch laptop?
Does it run small or large?
Does it work with an induction hob?
Does anyone know if this is waterproof?
Is it available in green?
Is there a warranty?
Is this made in Portugal?
Is the medium the same as a size 10?
Is this suitable for children under three?
Is this good for sensitive skin?
Is the fabric stretchy?
Is it safe for cats?
Are these sold in pairs?
Are the handles made of wood?
Are you open on Saturday?
Has my order been sent?
Have you received my return?
Will it fit a queen size bed?
Will there be more in stock next month?
When do you restock?
When does the sale end?
When will I receive my points?
Where is my package now?
Where is this made?
Where do I enter the voucher code?
What is the difference between the two models?
What is the return address?
What material is the lining?
What are the ingredients?
What colours does it come in?
Which size would you recommend for a slim person?
Which one is better, the small or the large?
Which battery does it need?
Who do I contact about an exchange?
How do I return an item?
How do I use my points?
How many come in a pack?
How much is shipping to Spain?
How big is the box?
How tall is the chair?
How long does delivery take?
How often should I water it?
How does the reward programme work?
How can I cancel my subscription?
Should I order a size up?
Anyone tried this with oat milk?
Same one as before.
Black, size L.
Two of them.
No comment.
Nothing to add.
As in the picture.
Update: it came today.
Edit: changed the colour to blue.
Ordered Monday, came Thursday.
Received.
Received today.
Got it.
It came.
Delivered.
Not opened yet.
For the office.
Christmas present.
It is a chair.
It's a blue mug.
It has a zip at the front and buttons at the cuffs.
The top is cotton, the bottom is linen.
The seller is in Denmark.
I am writing about order 7781.
My name is Anna and I ordered on the fifth.
I need it by the 24th of December.
I would like to change the delivery date.
I'd like an invoice with my company name.
I want to know the exact measurements.
I am looking for a lamp with a wooden base.
I'm thinking of getting the bigger one.
My neighbour has the same model.
I had one of these ten years ago.
I read the reviews before ordering.
It is smaller than the old model.
It is about the size of a shoe box.
You have to charge it for three hours.
You need a screwdriver to put it together.
It takes about ten minutes to heat up.
It turns off after half an hour.
There is a button on the side.
The package says to store it in a cool place.
The description says 30 cm, I measured 29.
Bought this for my daughter's birthday.
I bought one for my sister and one for me.
Bought for my dad, who is 70.
Got these for the kids.
Ordered it for a wedding in July.
Is it good for hiking?
Is this one better than the older version?
Would this be nice as a present for a teenager?
Is it easy to clean?
Is the quality the same as before?
Are they comfortable for long walks?
Is it worth getting the extended warranty?
Is the small one too small for a ten year old?
What is the best way to wash it?
How do I complain?
See attached picture.
See my other review.
Picture attached.
Photo below.
I left the parcel with my neighbour for pickup.
The neighbour took the parcel in.
There were two filters in the bag.
It contains sugar and wheat.
The set has one large and two small bowls.
I have owned it for a year.
Been using it since spring.
Used twice so far.
Will see.
We will see how long it lasts.
Time will tell.
Which one do you recommend?
What is the best way to store it?
Can I return it if I don't like it?
What happens if it breaks?
Is there a better version?
How do I get rid of the smell?
Which colour looks best in daylight?
Does it smell?
Does it break easily?
Is it heavy?
Can you recommend a good case for it?
Is it loud?
`,
  zh: `
上周买了三个
周五下午送到的
快递放驿站了
快递员放在门口了
放在前台了
给我妈买的
帮朋友买的
送给同事的
老婆让我买的
第一次在这家买
第二次下单了
还没打开
还没拆封
还没有试过
还没穿
还没吃
先放着，等用了再来评价
用了再追评
过几天再来评价
今天刚收到
刚到
已收到
收到货了
收到了，还没用
货已收到
签收了
昨天收到的
周一下单，周四到
下单的时候选的灰色
买的是大号
买了黑色的
拍了两件
一共四个
一盒有六支
一套八件
里面有说明书和充电器
上面写着保质期十二个月
生产日期是三月份的
重量大概两公斤
长度一米左右
容量五百毫升
用两节电池
身高165体重55
我一百二十斤，买的L码
平时穿38码
儿子今年五岁
家里有两个孩子
家里有一只猫
放在客厅里
放在办公桌上
在公司用
在车上用的
早上喝一杯
每天吃一粒
每天用一次
准备下个月旅行的时候用
打算过年带回老家
用优惠券买的
用积分换的
双十一买的
活动的时候买的
微信付的款
用信用卡付的
开了发票
发票抬头写公司名字
改一下收货地址
请改成送到公司
麻烦备注一下送货时间
麻烦帮我查一下订单
请尽快联系我，电话在订单里
请取消订单5512
请把两个订单合并发货
请发顺丰
我要换成中号
换了个大一码的
换货了
已经退回去了
寄回去了
退了一件，留了一件
申请了退款
我的账户里有350积分
会员号是8821
注册的是工作邮箱
昨天给你们打过电话
上周给你们发过邮件
订单是星期天晚上下的
物流显示在上海
分两个包裹发的
第二个包裹晚一天到
颜色是深绿色
面料是棉的
盖子是玻璃的
有两个口袋，带帽子
正面有拉链
产地是山东
说明书是中英文的
需要自己安装
要充三个小时的电
侧面有个按钮
半小时自动关机
这是一把椅子
蓝色的杯子
跟上次买的一样
和店里的是同一款
这款和那款有什么区别
哪个更好一点？
哪个颜色适合中年人？
哪款适合油性皮肤
这个适合三岁的孩子吗
这个是纯棉的吗
这个可以机洗吗？
这个能用在电磁炉上吗
这个防水吗
这个包含电池吗
这个偏大还是偏小
还有黑色吗
还有货吗？
有大一号的吗
有没有赠品
有保修吗
有实体店吗
是正品吗？
是国产的还是进口的？
是今年的新货吗
发什么快递
发货地是哪里
到广州要几天
今天能发货吗
明天能到吗
现在下单几号能到
包邮吗
运费多少钱
能便宜点吗
能不能货到付款
可以换颜色吗
可以自提吗
可以退换吗
可以用两张优惠券吗
怎么退货
怎么安装？
怎么查物流
怎么开机
如何使用
如何取消订阅
积分怎么用
积分会过期吗
会员等级怎么算
会员日是哪天
生日礼物什么时候发
什么时候有货？
什么时候补货
什么材质的
尺寸多大
多重
多少毫升
里面有几个
一斤大概几个
我的包裹到哪里了？
订单发出了吗
在吗
请问有人吗
请问怎么洗
请问客服几点上班
请问退货地址是哪里
请问这个颜色和图片一样吗
有人用过吗
买过的人说一下大小合适吗
黑色 L码
两件
无
没有评价
默认
如图
见图
同上
字数字数字数
为了积分
好用吗
质量怎么样
穿着舒服吗？
会不会太小
容易坏吗
甜不甜
是不是很重
效果好吗？
值得买吗
给爸爸买的
给女儿买的礼物
给孩子用的
替别人买的
退货了，原因是拍错了
退掉了
换了一个
没有用过
用着再说
时间长了才知道
哪个更好用
哪个味道好吃一些
哪款效果最好？
有没有更便宜的
怎么才能用得久一点
能保证新鲜吗
不好用可以退吗
坏了怎么办
尺码不合适能换吗
假一赔十吗
会有异味吗？
会不会掉色
噪音大吗
有待观察
再看看
在厨房里用
一黑一白各一件
里面是两个杯子
凑字数
`,
};

export function listPlainTexts(language: "en" | "zh"): string[] {
  return PLAIN_TEXTS[language].trim().split("\n");
}
