// All texts of the shop in English. Not one forecast, not one promise.
import type { Words } from './zh';

export const en: Words = {
  frame: {
    shop: 'Hongli', skip: 'Skip to content', back: 'Back', close: 'Close', menu: 'Main menu', tabs: 'Tabs',
    home: 'Home', category: 'Categories', basket: 'Basket', basketOf: 'Basket, items: {pieces}', me: 'Me', search: 'Search',
    coupons: 'Coupons', assets: 'My points', enter: 'Log in', orders: 'See orders',
  },
  state: {
    loading: 'Loading…', again: 'Try again', more: 'Show more', end: 'That is all', toHome: 'Go home', yes: 'OK', no: 'Not now',
    copy: 'Copy', copied: 'Copied',
    stranger: 'Please log in', strangerText: 'You will find this here once you are logged in.',
    unserved: 'Not open yet', unservedText: 'The shop does not offer this service yet. Everything else works as usual.',
    away: 'Cannot connect', awayText: 'The network or the server gives no answer. Please try again; nothing is done twice.', pageAway: 'This page could not be loaded. Please check the connection and try again.',
    missing: 'Nothing here', missingText: 'It may have left the shelf, or the link is wrong.',
    failed: 'Something went wrong', failedText: 'Please try again, and write to us if it stays like this.',
  },
  risk: {
    points: 'Please note: what points are worth depends on the pool and changes with purchases, returns and redemptions; it may be less than you expect. Points are neither a deposit nor an investment, and no gain is assured.',
    referral: 'Please note: referral points come only from settled purchases that others really made, are taken back with returns, and their amount is uncertain. Do not stock up or pay to bring people.',
    dividend: 'Please note: a dividend comes from what the day brought into the fund. It may be more, less or nothing; the past says nothing about the future.',
    exit: 'Please note: redemption and conversion follow the price of the moment, a redemption less its fee, and cannot be undone. It may be less than you once spent.',
    law: 'Whoever takes part in illegal fund-raising bears the loss.',
  },
  home: {
    greeting: 'Choose with care, keep it long', line: 'Prices line by line, freight before you order, seven days to return.',
    find: 'Search for goods', all: 'See all', newest: 'New on the shelf', liked: 'Often bought', coupons: 'Coupons to claim',
    delivery: 'Every step of delivery to follow', returns: 'Seven days to return', exact: 'Every cent accounted for',
    empty: 'The shelves are being filled', emptyText: 'Merchants are putting up their goods. Please come back a little later.',
    how: 'What points are', howText: 'Once an order can no longer be returned, a part of it goes into a pool and points are granted by the rules. Points are shares of that pool, and every grant shows its formula.',
    toAssets: 'See my points',
  },
  category: { all: 'All', below: 'Subcategories', empty: 'Nothing in this category yet', emptyText: 'Try another one, or search.' },
  sort: {
    label: 'Sort', relevance: 'Best match', '-sold': 'Most bought', '-newest': 'Newest', price: 'Price, low first', '-price': 'Price, high first',
  },
  search: {
    before: 'Searched before', forget: 'Clear', empty: 'Nothing matches', emptyText: 'Try shorter words, or look through the categories.', browse: 'See categories',
  },
  kind: { physical: 'Goods', voucher: 'Voucher', top_up: 'Top-up', booking: 'Booking' },
  goods: {
    page: 'Goods', sold: '{count} sold', soldOut: 'Sold out', listPrice: 'List ¥{amount}', quantity: 'Quantity', fewer: 'One less', more: 'One more',
    leftOf: '{count} left', about: 'About it', noDescription: 'The merchant has not written a description yet.', price: 'How the price comes about',
    priceNote: 'For this one purchase; coupons and the delivery address count when you order.',
    freight: 'Freight depends on where it goes, and is shown before you order.', freightFree: 'Free delivery.', nothingSent: 'Nothing to be sent.', returns: 'Returns within seven days of receipt, apart from goods the law excepts.',
    add: 'Add to basket', added: 'In your basket', buyNow: 'Buy now', buy: 'Buy',
    chooseFirst: 'Please choose first: {names}', dayFirst: 'Please choose a day', day: 'Choose a day', noDay: 'No day can be booked at the moment.',
    target: 'Number to top up', targetHint: 'Phone or account number. Please check it twice.', targetFirst: 'Please enter the number to top up',
    pictures: 'Pictures', pictureOf: 'Picture {number}',
  },
  review: {
    all: 'Reviews ({count})', none: 'No reviews yet', noneText: 'Buyers can write one once their order is complete.', reply: 'Merchant: {text}',
    stars: 'How many stars', starsOf: '{count}-star', write: 'Write a review', content: 'How is it in use?', sample: 'How is it? Whom does it suit? What should one know?',
    missing: 'Please write a few words', send: 'Publish', thanks: 'Thank you for your review', honest: 'Reviews are public, with your name masked. Praise is not rewarded and criticism not punished.',
  },
  price: {
    list: 'List price', goods: 'Goods', tierOff: 'Tier discount', platformOff: 'Platform coupons', merchantOff: 'Merchant coupons', couponOf: '{name} (borne by the {by})',
    by_platform: 'platform', by_merchant: 'merchant', freight: 'Freight', freightFree: 'Free', freightUnknown: 'Once there is an address',
    payable: 'To pay', paid: 'Paid', lineTotal: 'Subtotal', total: 'Order total', points: 'By constant points', rest: 'Left to pay',
  },
  estimate: {
    title: 'Points, estimated', points: '{points} points', price: 'Reckoned at ¥{price} a point, the price of this moment',
    note: 'Reckoned at this moment’s price and rules, as a description only: what counts is the moment of settlement, and what goes back brings nothing.', withPoints: 'What is paid by constant points brings none; it is reckoned by what was paid once you have.', refused: 'By the rules, some of these goods bring no points.',
  },
  enter: {
    welcome: 'Welcome to Hongli', again: 'Welcome back', why: 'Log in to order, follow deliveries and see your points.',
    logIn: 'Log in', signUp: 'Sign up', login: 'Phone or e-mail', loginSample: '13800138000 or name@example.com', loginMissing: 'Please enter a phone number or e-mail',
    password: 'Password', passwordHint: 'At least {least} characters, and not a common one.', passwordShort: 'At least {least} characters', passwordMissing: 'Please enter your password',
    name: 'Name', nameHint: 'Optional; masked in reviews.', code: 'Referral code', codeHint: 'Optional; only now, it cannot be added later.',
    codeUnknown: 'No such code. Please check it, or leave it empty.', invitedBy: 'Referred by {name}',
    reset: 'Choose a new password', forgot: 'Forgot the password', sendCode: 'Send a code', codeSent: 'If there is such an account, a code is on its way.', passcode: 'Code of six figures', passcodeUnsound: 'Please enter the six figures',
    privacy: 'We keep only what orders and settlement need. You can export it or close your account at any time.',
  },
  basket: {
    guest: 'Log in to see your basket', guestText: 'It belongs to your account and follows you to other devices.', empty: 'Your basket is empty', emptyText: 'Put in what you like.',
    toHome: 'Look around', all: 'All', pick: 'Choose {title}', remove: 'Remove {title}', gone: 'No longer sold', short: 'Only {count} left', none: 'Sold out', clear: 'Remove what cannot be bought',
    beforeFreight: 'before freight and coupons', confirm: 'Check out ({count})', off: 'Tier discount of ¥{off} included.', note: 'The price when you order counts; a basket reserves no stock.',
  },
  confirm: {
    title: 'Confirm order', nothing: 'Nothing to buy', choose: 'Choose an address', noAddress: 'Add an address', noAddressText: 'Freight can be reckoned once there is one.',
    coupons: 'Coupons', couponsUsed: '{count} used', couponsHeld: '{count} to choose from', done: 'Done',
    points: 'Pay with constant points', pointsHeld: '{amount} available, one point pays one yuan', note: 'Note to the merchant', noteSample: 'Optional, such as when to deliver', price: 'Price in detail', submit: 'Place order',
    short: 'There are not enough of “{title}”', shortText: 'Please go back and choose fewer, or something else',
  },
  cashier: {
    title: 'Cashier', left: 'Please pay within {time}', late: 'The time to pay is over', orders: 'Orders: {count}', ways: 'Ways to pay',
    constant: 'Constant points', cash: 'Cash balance', free: '¥{amount} available', channel: 'Payment channel', test: 'test',
    channels: { sandbox: 'Sandbox', wechat: 'WeChat Pay', alipay: 'Alipay' },
    noChannel: 'No payment channel is open at the moment', sandbox: 'This is a demonstration: paying moves no real money.',
    pay: 'Pay ¥{amount}', looking: 'Waiting for the payment to arrive…', silent: 'No word of the payment yet. If you have paid, the order changes by itself once word arrives; please do not pay twice.', lookAgain: 'Check again', cancel: 'Cancel order', cancelText: 'Stock and coupons go back; you would have to order again.',
    cancelled: 'Order cancelled', cancelledText: 'Stock and coupons have gone back.',
  },
  result: {
    title: 'Payment', paid: 'Paid', unpaid: 'Not paid yet', cancelled: 'Order cancelled', toHome: 'Continue shopping', toOrders: 'See orders', toCashier: 'Pay now',
    orders: 'Orders in it', next: 'The merchant sends it soon; follow the parcel in the order.', nextUnsent: 'Nothing has to be sent; vouchers, top-ups and bookings can be followed in the order.',
  },
  me: {
    guest: 'Hello', guestText: 'Log in for orders and points', guestSettings: 'Log in to change your details, export your data or close your account.', noTier: 'Member', allOrders: 'All orders', mine: 'My account',
  },
  status: {
    unpaid: 'To pay', paid: 'To be sent', shipped: 'On its way', delivered: 'Delivered', completed: 'Completed', cancelled: 'Cancelled', refunded: 'Refunded',
  },
  unsent: { paid: 'Paid', shipped: 'Provided', delivered: 'Provided' },
  orders: {
    title: 'My orders', all: 'All', find: 'Search by number or goods', empty: 'No orders yet', emptyText: 'Once you order, every step shows here.',
    pay: 'Pay', received: 'Confirm receipt', receivedText: 'Please confirm once you have it and have looked it over.', refunded: '¥{amount} refunded',
  },
  order: {
    title: 'Order', parcels: 'Delivery', shipped: 'Sent by the merchant', arrived: 'Delivered', copy: 'Copy the number', goods: 'Goods', past: 'What happened',
    number: 'Order {number} · placed {at}', note: 'Note: {text}', refunded: 'Refunded', refundedPieces: '{count} of them refunded', lapsed: 'Not paid in time',
    says: {
      unpaid: 'Please pay in time; otherwise it is cancelled by itself.', paid: 'The merchant is getting it ready.', shipped: 'It is on its way. Please look it over when it arrives.',
      delivered: 'It was delivered. Please look it over and confirm.', completed: 'Thank you. After the return window the order is settled by the rules of the points.', cancelled: 'Cancelled; nothing was charged, or it went back where it came from.',
      refunded: 'The money went back where it came from.', unsent_paid: 'Paid. A voucher can be used now; top-ups and bookings are with the merchant.', unsent_shipped: 'It was provided. Please check and confirm.', unsent_delivered: 'It was provided. Please check and confirm.',
    },
  },
  case: {
    title: 'After-sales', one: 'After-sales case', ask: 'Request after-sales', none: 'No cases', noneText: 'Refunds, returns and exchanges start from an order.', kind: 'What do you need',
    kinds: { refund: 'Refund only', return: 'Return and refund', exchange: 'Exchange' },
    says: { refund: 'Not received, or agreed with the merchant.', return: 'Once agreed, send it back; the refund follows its arrival.', exchange: 'Once agreed, send it back for another one of the same.' },
    status: {
      asked: 'With the merchant', agreed: 'Agreed', refused: 'Not agreed', appealed: 'With the platform', sent_back: 'Sent back', received: 'Received by the merchant', done: 'Done', closed: 'Withdrawn',
    },
    pieces: 'Pieces (at most {most})', amountWanted: 'Amount', amountHint: 'At most ¥{most}; leave empty for all of it.', reason: 'Reason', reasonSample: 'What happened? It helps the merchant to be quick',
    reasonMissing: 'Please give a reason', addPicture: 'Add a picture', pictures: '{count} of {most}', picture: 'Evidence', whatComes: 'How the refund comes about',
    amount: 'Refund asked', deduction: 'Deducted', deductionWhy: 'The value of points this order brought that you no longer hold.', payout: 'Comes back to you',
    rights: 'A merchant who is silent for too long has agreed. If the merchant refuses, you can appeal to the platform.', send: 'Send', due_asked: 'The merchant is to answer by {at}; silence counts as a yes.', due_agreed: 'Please send it back and enter the parcel number by {at}; after that the case is closed.', due_sent_back: 'The merchant is to confirm its arrival by {at}; silence counts as a yes.', due_refused: 'If you disagree, please appeal by {at}; after that the case is closed.',
    sendBack: 'Send it back', carrier: 'Carrier', number: 'Parcel number', sent: 'I have sent it', appeal: 'You disagree?', appealText: 'Tell the platform, and it will decide.',
    appealWhy: 'Why', appealSend: 'Appeal', toOrder: 'See the order', close: 'Withdraw',
  },
  address: {
    title: 'Addresses', none: 'No addresses yet', noneText: 'Add one, and choose it when you order.', add: 'Add an address', edit: 'Edit', remove: 'Delete', removeText: 'It cannot be brought back; orders already placed keep theirs.',
    first: 'default', makeFirst: 'Make it the default', receiver: 'Receiver', phone: 'Phone', province: 'Province', provinceSample: '浙江省', city: 'City', citySample: '杭州市', district: 'District', districtSample: '西湖区', regionHint: 'Names in Chinese, as on parcels. Freight goes by region.', street: 'Street', streetSample: 'Street, building, door',
    missing: 'This must not be empty', keep: 'Save',
  },
  coupon: {
    none: 'No coupons', noneText: 'Have a look at those you can claim.', centre: 'Coupons to claim', centreEmpty: 'There are none to claim at the moment.', tabs: { centre: 'To claim', usable: 'Usable', used: 'Used', lapsed: 'Expired' },
    part: '{rate} off', anySum: 'Any amount', from: 'From ¥{amount}', most: 'at most ¥{amount}', ofAll: 'Platform', ofMerchant: 'Merchant', ofCategory: 'One category', stacks: 'Stacks', until: 'Until {day}',
    take: 'Claim', takeAgain: 'Claim another', taken: 'Claimed', gone: 'All claimed', use: 'Use it',
  },
  voucher: {
    title: 'Vouchers', none: 'No vouchers', noneText: 'What you buy for use at a counter shows here.', number: 'Voucher {number}', show: 'Show the code', once: 'The code shows only once, so show it at the counter. Now?',
    code: 'Code', keep: 'Let the clerk scan or type it; it will not show again.', redeemed: 'Redeemed {at}', status: { ready: 'Ready', redeemed: 'Redeemed', void: 'Void' },
  },
  topUp: {
    title: 'Top-ups', none: 'No top-ups', noneText: 'What you charge a phone or a meter with shows here.', status: { waiting: 'On its way', done: 'Done', failed: 'Failed' },
  },
  contact: {
    title: 'Verify your contact', why: 'Once verified it can bring a forgotten password back, and nobody else can use it.', proved: 'Verified', prove: 'Verify', sent: 'A code is on its way; it is valid for ten minutes.', done: 'Verified',
  },
  assets: {
    guest: 'Log in to see points, dividends and every line of them.', points: 'Points', value: 'Worth now', valueNote: 'Worth now = points × pool ÷ circulation, at the current price. It changes with the pool and is no promise.',
    price: 'Price of a point', chart: 'Price: {first} yuan on {from}, {last} yuan on {until}', noChart: 'No prices on record yet.', past: 'The chart shows the past, which says nothing about the future.', past2: 'History',
    pool: 'Pool', circulating: 'Points in circulation', poolText: 'Price = pool ÷ circulation. The pool is money that is already on the books.',
    tabs: { dividends: 'Dividends by day', statement: 'Statement' }, noDividend: 'No dividends yet', noDividendText: 'Where a day brings any, it is listed here.', booked: 'Booked', toBook: 'Yours; booked with your next change',
    balance: 'balance {amount}', ofOrder: 'Order {number}', notYet: 'Not in the programme yet',
    noLine: 'Nothing has changed yet', noLineText: 'Grants, redemptions and dividends are listed one by one.',
    today: 'Redeeming all of it today would pay', todayText: 'At the price of this moment; anybody’s next transaction may change it.', gross: 'Value of the points', fee: 'Fee of {rate}, stays in the pool', payout: 'To your cash balance',
    quota: 'Dividend quota', quotaText: 'A ceiling on the dividends you may still receive. It is not money, and does not say that you will.', forcedSale: 'Once your points are worth as much as your quota, they are sold by themselves at the price of that moment, less the fee, and the quota is used up.',
    tier: 'Tier', nextTier: '{missing} more granted points to V{tier}', topTier: 'The highest there is.', reached: '{part}% of the way', tierNote: 'By all points ever granted, less those of returned orders.',
    heldText: 'Held for orders that are paid and not yet settled, and for withdrawals under review.', constantText: 'A constant point always pays one yuan in this shop, and cannot be withdrawn.',
  },
  exit: {
    redemption: 'Redeem points', conversion: 'Convert to constant points', says_redemption: 'Gives points back to the pool for cash at the price of this moment; the fee stays in the pool.', says_conversion: 'Turns points into constant points at the price of this moment, to pay with in this shop.',
    points: 'Points', held: 'You hold {points}', unsound: 'No more than you hold, with at most six decimals', all: 'All', atLeast: 'For less than this it is not done.', fee: 'Fee, stays in the pool', quota: 'Your dividend quota falls by what these points are worth, to zero at most.', get_redemption: 'To your cash balance', get_conversion: 'Constant points', done: 'Done',
  },
  grants: {
    title: 'Grants', none: 'No grants yet', noneText: 'Once an order is settled after its return window, the grant is listed here with its formula.', waiting: 'to be settled', reversed: 'reversed', why: 'Why this number',
  },
  why: { base: 'Base', poolRate: 'Part for the pool', contribution: 'Contribution', rate: 'Part granted', value: 'Value granted', price: 'Price at settlement', points: 'Points granted' },
  wallet: {
    title: 'Cash and withdrawal', cash: 'Cash balance', cashText: 'Cash from redemptions and dividends. Pay with it, or ask for it to be paid out.', withdraw: 'Withdraw', past: 'Withdrawals', none: 'No withdrawals yet', noneText: 'Once you ask, every step shows here.',
    amount: 'Amount', amountUnsound: 'More than nothing, with at most two decimals', amountTooMuch: 'More than is available', account: 'Account', accountHint: 'Bank, holder and number; the holder must be you.', accountMissing: 'Please enter the account',
    review: 'The amount is held first and paid out after review; if it is refused, all of it goes back to your balance.', ask: 'Ask for it',
    status: { asked: 'Asked', held: 'Held', approved: 'Approved', refused: 'Refused, given back', paying: 'Being paid', paid: 'Paid', failed: 'Failed, given back' },
  },
  invite: {
    title: 'Tell a friend', headline: '{name} invites you to look around', line: 'A shop that accounts for every cent.', code: 'Referral code', qr: 'QR code of the invitation, link {link}', small: 'Scan it, or enter the code when you sign up. A referral is fixed at sign-up.',
    copyLink: 'Copy the link', copyCode: 'Copy the code', save: 'Save the poster', rule: 'The rules', ruleText: 'When a friend really buys something and the return window has passed, the rules may grant the referrer points, up to level {levels}. Nothing is paid by head count; there is no entry fee and no duty to buy.',
    brought: 'Referred: {count}', tabs: { brought: 'People', earned: 'Points received' }, none: 'Nobody yet', noneText: 'Tell friends once you like it here.', nothing: 'Nothing yet', nothingText: 'Every line tells which order it came from, and why.',
    since: 'Level {level} · {day}',
  },
  messages: {
    title: 'Messages', none: 'No messages', noneText: 'Every step of orders, after-sales and withdrawals shows here.', kinds: { order: 'Order', after_sale: 'After-sales', withdrawal: 'Withdrawal' }, fresh: 'New',
  },
  settings: {
    title: 'Settings', language: 'Language', account: 'Account', change: 'Change', keep: 'Save', kept: 'Saved', password: 'Change password', old: 'Current password', new: 'New password', passwordKept: 'Changed; other devices are logged out',
    data: 'My data', exportText: 'Everything the shop keeps about you, in one file.', export: 'Export my data', closeText: 'Closing deletes your personal data; the books stay as the law asks, without the person. It cannot be undone.', close: 'Close account',
    closeSure: 'This cannot be undone. Use up your balance and finish orders and cases first; points that are left will no longer be yours.', closeDo: 'Close it for good', giveUp: 'I give up the balance and points that are left', closed: 'Your account is closed', leave: 'Log out', leaveAll: 'Log out everywhere',
    about: 'About', aboutText: 'Every point, dividend and redemption comes from money that is already on the books, and can be checked line by line.',
  },
  reason: {
    founding: 'Founding', contribution: 'Contribution', grant: 'Grant', referral: 'Referral', reversal: 'Reversal', redemption: 'Redemption', conversion: 'Conversion', spending: 'Spending', exchange: 'Exchange', withdrawal: 'Withdrawal',
    hold: 'Hold', capture: 'Capture', release: 'Release', dividend: 'Dividend', dividend_booked: 'Dividend booked', last_dividend: 'Last dividend of the quota', forced_sale: 'Forced sale', leftover: 'Leftover', wind_up: 'Wind-up',
  },
  account: { cash: 'Cash', held_cash: 'Cash held', points: 'Points', constant: 'Constant points', held_constant: 'Constant points held', quota: 'Quota' },
};
