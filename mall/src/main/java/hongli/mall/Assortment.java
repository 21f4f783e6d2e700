package hongli.mall;

import hongli.mall.goods.Approvals;
import hongli.mall.goods.Brands;
import hongli.mall.goods.Categories;
import hongli.mall.goods.Drafts;
import hongli.mall.goods.Goods;
import hongli.mall.goods.Showcase;
import hongli.mall.goods.Stock;
import hongli.mall.goodsfile.GoodsFiles;
import hongli.mall.merchant.Freights;
import hongli.mall.merchant.Merchants;
import hongli.mall.merchant.Mode;
import hongli.mall.merchant.Statistics;
import hongli.mall.picture.Pictures;
import hongli.mall.review.Reviews;
import hongli.mall.search.Search;
import hongli.mall.table.Tables;

/// The rooms that know merchants and what they sell.
public record Assortment(
        Mode mode,
        Merchants merchants,
        Freights freights,
        Statistics statistics,
        Goods goods,
        Drafts drafts,
        Approvals approvals,
        Stock stock,
        Categories categories,
        Brands brands,
        Showcase showcase,
        Search search,
        Pictures pictures,
        Reviews reviews,
        GoodsFiles files) {
    public static Assortment of(Tables tables) {
        return new Assortment(
                new Mode(tables),
                new Merchants(tables),
                new Freights(tables),
                new Statistics(tables),
                new Goods(tables),
                new Drafts(tables),
                new Approvals(tables),
                new Stock(tables),
                new Categories(tables),
                new Brands(tables),
                new Showcase(tables),
                new Search(tables),
                new Pictures(tables),
                new Reviews(tables),
                new GoodsFiles(tables));
    }
}
