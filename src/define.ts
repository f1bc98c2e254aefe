import './elements/guard/define.js';
import './elements/order/define.js';
import './elements/parcel/define.js';
import './elements/provider/define.js';
import './elements/slot-picker/define.js';
import './elements/slot/define.js';
import './elements/stock/define.js';
