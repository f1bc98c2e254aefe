import './elements/order/define.js';
import './elements/provider/define.js';
import './elements/stock/define.js';
