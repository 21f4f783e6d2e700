package hongli.web.mall;

import hongli.web.mall.goods.GoodsWiring;
import hongli.web.mall.house.HouseWiring;
import hongli.web.mall.merchant.MerchantWiring;
import hongli.web.mall.order.BuyingWiring;
import hongli.web.mall.people.PeopleWiring;
import hongli.web.mall.programme.ProgrammeWiring;
import hongli.web.mall.trade.TradeWiring;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The endpoints of the mall, one configuration for each subject.
@Configuration(proxyBeanMethods = false)
@Import({
    GoodsWiring.class, //
    MerchantWiring.class, //
    PeopleWiring.class, //
    BuyingWiring.class, //
    TradeWiring.class, //
    ProgrammeWiring.class, //
    HouseWiring.class, //
})
public class MallWiring {}
