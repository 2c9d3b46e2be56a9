var by=Object.defineProperty;var yo=(i,t,e)=>()=>{if(e)throw e[0];try{return i&&(t=i(i=0)),t}catch(o){throw e=[o],o}};var yy=(i,t)=>{for(var e in t)by(i,e,{get:t[e],enumerable:!0})};function ab(i,t,e){let o=typeof HTMLElement<"u"?HTMLElement.prototype:null;for(;i&&i!==o;){let r=Object.getOwnPropertyDescriptor(i,t);if(r&&(!e||r.get))return r;i=Object.getPrototypeOf(i)}}function K_(i){let t={mode:"open"};t.delegatesFocus=!!(16&i.i);let e=this.attachShadow(t);xn===void 0&&(xn=null),xn&&(Pp?e.adoptedStyleSheets.push(xn):e.adoptedStyleSheets=[...e.adoptedStyleSheets,xn])}function An(i,t,e){let o,r=0,n=[];for(;r<i.length;r++){if(o=i[r],o["s-sr"]&&(!t||o["s-hn"]===t)&&(e===void 0||mo(o)===e)&&(n.push(o),e!==void 0))return n;n=[...n,...An(St(o,"childNodes"),t,e)]}return n}function mb(i){if(i.assignedElements||i.assignedNodes||!i["s-sr"])return;let t=e=>function(o){let r=[],n=this["s-sn"];o?.flatten&&console.error(`
          Flattening is not supported for Stencil non-shadow slots.
          You can use \`.childNodes\` to nested slot fallback content.
          If you have a particular use case, please open an issue on the Stencil repo.
        `);let s=this["s-cr"].parentElement;return(s.__childNodes?s.childNodes:kn(s.childNodes)).forEach((a=>{n===mo(a)&&r.push(a)})),e?r.filter((a=>a.nodeType===1)):r}.bind(i);i.assignedElements=t(!0),i.assignedNodes=t(!1)}function Pa(i){i.dispatchEvent(new CustomEvent("slotchange",{bubbles:!1,cancelable:!1,composed:!1}))}function qp(i,t){var e;if(!(t=t||((e=i["s-ol"])==null?void 0:e.parentElement)))return{slotNode:null,slotName:""};let o=i["s-sn"]=mo(i)||"";return{slotNode:An(St(t,"childNodes"),t.tagName,o)[0],slotName:o}}function De(i,t){if(!globalThis.Node||!globalThis.Element)return;let e;lw.includes(i)?e=Object.getOwnPropertyDescriptor(Element.prototype,i):cw.includes(i)&&(e=Object.getOwnPropertyDescriptor(Node.prototype,i)),e||(e=Object.getOwnPropertyDescriptor(t,i)),e&&Object.defineProperty(t,"__"+i,e)}function St(i,t){if("__"+t in i){let e=i["__"+t];return typeof e!="function"?e:e.bind(i)}return typeof i[t]!="function"?i[t]:i[t].bind(i)}function Hg(i,t,e,o,r,n,s,a,l){o["s-sr"]=!0,e.N=i||null,e.S="slot";let c=r?.k?r.k["s-id"]||r.k.getAttribute("s-id"):"";if(a&&q.document){let d=e.k=q.document.createElement(e.S);e.N&&e.k.setAttribute("name",i),r.k.shadowRoot&&c&&c!==e.C?St(r.k,"insertBefore")(d,St(r.k,"children")[0]):St(St(o,"parentNode"),"insertBefore")(d,o),Vg(l,t,i,o,e.C),o.remove(),e.I==="0"&&(a[e.R]=e.k)}else{let d=e.k,p=c&&c!==e.C&&r.k.shadowRoot;Vg(l,t,i,o,p?c:e.C),mb(o),p&&r.k.insertBefore(d,r.k.children[0])}n.push(e),s.push(e),r.j||(r.j=[]),r.j[e.R]=e}function Wg(i){return i.includes("ref")?[...i.filter((t=>t!=="ref")),"ref"]:i}function Sb(i,t,e,o){var r,n;let s;if(i&&typeof t["s-sn"]=="string"&&t["s-sr"]&&i.parentNode&&i.parentNode["s-sc"]&&(s=t["s-si"]||i.parentNode["s-sc"])){let a=t["s-sn"],l=t["s-hn"];if((r=e.classList)==null||r.add(s+"-s"),o&&((n=o.classList)==null?void 0:n.contains(s+"-s"))){let c=(o.__childNodes||o.childNodes)[0],d=!1;for(;c;){if(c["s-sn"]!==a&&c["s-hn"]===l&&c["s-sr"]){d=!0;break}c=c.nextSibling}d||o.classList.remove(s+"-s")}}}var Mp,ne,Qg,tb,eb,U_,Ig,ib,ri,Og,ob,gr,rb,nb,sb,Op,Lp,Lg,xn,q_,be,Mg,Li,ka,lb,_n,Ca,Pg,Rg,q,se,ot,W_,jp,Pp,Rp,zp,cb,db,pb,zg,Np,Ia,ub,Oa,hb,La,kn,Up,Ng,Ma,mo,Dg,G_,Y_,X_,Z_,J_,Q_,tw,ew,iw,ow,rw,nw,sw,aw,fb,lw,cw,Oi,vb,gb,Ea,Ra,A,vr,ee,dw,Bg,pw,Dp,Bp,Fg,Vg,jg,bb,yb,xb,uw,wa,Aa,ho,_b,Lt,wb,Ug,hw,mw,fw,qg,kb,vw,Fp,Cn,Sa,za,Gt,Hp,Vp,$a,Cb,Ta,Kg,Gg,_a,En,fr,oi,Eb,Ab,gw,ye,bw,$b,Na,yw,Yg,xw,_w,ww,kw,Be,Cw,wn,Ew,Xg,Aw,Zg,Sw,ae,Jg,$w,Tw,Iw,ni=yo(()=>{Mp=class{constructor(){this.m=new Map}reset(t){this.m=new Map(Object.entries(t))}get(t,e){let o=this.m.get(t);return o!==void 0?o:e}getBoolean(t,e=!1){let o=this.m.get(t);return o===void 0?e:typeof o=="string"?o==="true":!!o}getNumber(t,e){let o=parseFloat(this.m.get(t));return isNaN(o)?e!==void 0?e:NaN:o}set(t,e){this.m.set(t,e)}},ne=new Mp,Qg=i=>{try{let t=i.sessionStorage.getItem(ib);return t!==null?JSON.parse(t):{}}catch{return{}}},tb=(i,t)=>{try{i.sessionStorage.setItem(ib,JSON.stringify(t))}catch{return}},eb=i=>{let t={};return i.location.search.slice(1).split("&").map((e=>e.split("="))).map((([e,o])=>{try{return[decodeURIComponent(e),decodeURIComponent(o)]}catch{return["",""]}})).filter((([e])=>U_(e,Ig))).map((([e,o])=>[e.slice(Ig.length),o])).forEach((([e,o])=>{t[e]=o})),t},U_=(i,t)=>i.substr(0,t.length)===t,Ig="ionic:",ib="ionic-persist-config";(function(i){i.OFF="OFF",i.ERROR="ERROR",i.WARN="WARN",i.DEBUG="DEBUG"})(ri||(ri={}));Og={[ri.OFF]:0,[ri.ERROR]:1,[ri.WARN]:2,[ri.DEBUG]:3},ob=i=>{let t=String(ne.get("logLevel",ri.WARN)).toUpperCase();return Og[t]>=Og[i]},gr=(i,...t)=>{if(ob(ri.WARN))return console.warn(`[Ionic Warning]: ${i}`,...t)},rb=(i,...t)=>{if(ob(ri.ERROR))return console.error(`[Ionic Error]: ${i}`,...t)},nb=(i=>(i.Undefined="undefined",i.Null="null",i.String="string",i.Number="number",i.SpecialNumber="number",i.Boolean="boolean",i.BigInt="bigint",i))(nb||{}),sb=(i=>(i.Array="array",i.Date="date",i.Map="map",i.Object="object",i.RegularExpression="regexp",i.Set="set",i.Channel="channel",i.Symbol="symbol",i))(sb||{}),Op="type",Lp="value",Lg="serialized:";q_=(i,t)=>{var e;Object.entries((e=t.o.t)!=null?e:{}).map((([o,[r]])=>{if(31&r||32&r){let n=i[o],s=ab(Object.getPrototypeOf(i),o,!0)||Object.getOwnPropertyDescriptor(i,o);s&&Object.defineProperty(i,o,{get(){return s.get.call(this)},set(a){s.set.call(this,a)},configurable:!0,enumerable:!0}),t.l.has(o)?i[o]=t.l.get(o):n!==void 0&&(i[o]=n)}}))},be=i=>{if(i.__stencil__getHostRef)return i.__stencil__getHostRef()},Mg=(i,t)=>t in i,Li=(i,t)=>(0,console.error)(i,t),ka=new Map,lb=[],_n="s-id",Ca="sty-id",Pg="c-id",Rg="http://www.w3.org/1999/xlink",q=typeof window<"u"?window:{},se=q.HTMLElement||class{},ot={i:0,u:"",jmp:i=>i(),raf:i=>requestAnimationFrame(i),ael:(i,t,e,o)=>i.addEventListener(t,e,o),rel:(i,t,e,o)=>i.removeEventListener(t,e,o),ce:(i,t)=>new CustomEvent(i,t)},W_=(()=>{var i;let t=!1;try{(i=q.document)==null||i.addEventListener("e",null,Object.defineProperty({},"passive",{get(){t=!0}}))}catch{}return t})(),jp=(()=>{try{return!!q.document.adoptedStyleSheets&&(new CSSStyleSheet,typeof new CSSStyleSheet().replaceSync=="function")}catch{}return!1})(),Pp=!!jp&&!!q.document&&Object.getOwnPropertyDescriptor(q.document.adoptedStyleSheets,"length").writable,Rp=!1,zp=[],cb=[],db=()=>{var i;return(i=q.document)!=null&&i.hidden?Ia(Np):ot.raf(Np)},pb=(i,t)=>e=>{i.push(e),Rp||(Rp=!0,t&&4&ot.i?Ia(Np):db())},zg=i=>{for(let t=0;t<i.length;t++)try{i[t](performance.now())}catch(e){Li(e)}i.length=0},Np=()=>{zg(zp),zg(cb),(Rp=zp.length>0)&&db()},Ia=i=>Promise.resolve(void 0).then(i),ub=pb(zp,!1),Oa=pb(cb,!0),hb=i=>{let t=new URL(i,ot.u);return t.origin!==q.location.origin?t.href:t.pathname};La=i=>{let t=St(i,"childNodes");i.tagName&&i.tagName.includes("-")&&i["s-cr"]&&i.tagName!=="SLOT-FB"&&An(t,i.tagName).forEach((o=>{o.nodeType===1&&o.tagName==="SLOT-FB"&&(o.hidden=!!Up(o,mo(o),!1).length)}));let e=0;for(e=0;e<t.length;e++){let o=t[e];o.nodeType===1&&St(o,"childNodes").length&&La(o)}},kn=i=>{let t=[];for(let e=0;e<i.length;e++){let o=i[e]["s-nr"]||void 0;o&&o.isConnected&&t.push(o)}return t};Up=(i,t,e=!0)=>{let o=[];(e&&i["s-sr"]||!i["s-sr"])&&o.push(i);let r=i;for(;r=r.nextSibling;)mo(r)!==t||!e&&r["s-sr"]||o.push(r);return o},Ng=(i,t)=>i.nodeType===1?i.getAttribute("slot")===null&&t===""||i.getAttribute("slot")===t:i["s-sn"]===t||t==="",Ma=(i,t,e,o)=>{if(i["s-ol"]&&i["s-ol"].isConnected)return;let r=document.createTextNode("");if(r["s-nr"]=i,!t["s-cr"]||!t["s-cr"].parentNode)return;let n=t["s-cr"].parentNode,s=St(n,e?"prepend":"appendChild");if(o!==void 0){r["s-oo"]=o;let a=St(n,"childNodes"),l=[r];a.forEach((c=>{c["s-nr"]&&l.push(c)})),l.sort(((c,d)=>!c["s-oo"]||c["s-oo"]<(d["s-oo"]||0)?-1:!d["s-oo"]||d["s-oo"]<c["s-oo"]?1:0)),l.forEach((c=>s.call(n,c)))}else s.call(n,r);i["s-ol"]=r,i["s-sh"]=t["s-hn"]},mo=i=>typeof i["s-sn"]=="string"?i["s-sn"]:i.nodeType===1&&i.getAttribute("slot")||void 0;Dg=i=>{if(i.__cloneNode)return;let t=i.__cloneNode=i.cloneNode;i.cloneNode=function(e){let o=this.shadowRoot&&!0,r=t.call(this,!!o&&e);if(!o&&e){let n,s,a=0,l=["s-id","s-cr","s-lr","s-rc","s-sc","s-p","s-cn","s-sr","s-sn","s-hn","s-ol","s-nr","s-si","s-rf","s-scs"],c=this.__childNodes||this.childNodes;for(;a<c.length;a++)n=c[a]["s-nr"],s=l.every((d=>!c[a][d])),n&&(r.__appendChild?r.__appendChild(n.cloneNode(!0)):r.appendChild(n.cloneNode(!0))),s&&r.appendChild(c[a].cloneNode(!0))}return r}},G_=i=>{i.__appendChild||(i.__appendChild=i.appendChild,i.appendChild=function(t){let{slotName:e,slotNode:o}=qp(t,this);if(o){Ma(t,o);let r=Up(o,e),n=r[r.length-1],s=St(n,"parentNode"),a=St(s,"insertBefore")(t,n.nextSibling);return Pa(o),La(this),a}return this.__appendChild(t)})},Y_=i=>{i.__removeChild||(i.__removeChild=i.removeChild,i.removeChild=function(t){return t&&t["s-sn"]!==void 0&&An(this.__childNodes||this.childNodes,this.tagName,t["s-sn"])&&t.isConnected?(t.remove(),void La(this)):this.__removeChild(t)})},X_=i=>{i.__prepend||(i.__prepend=i.prepend,i.prepend=function(...t){t.forEach((e=>{typeof e=="string"&&(e=this.ownerDocument.createTextNode(e));let o=(e["s-sn"]=mo(e))||"",r=An(St(this,"childNodes"),this.tagName,o)[0];if(r){Ma(e,r,!0);let n=Up(r,o)[0],s=St(n,"parentNode"),a=St(s,"insertBefore")(e,St(n,"nextSibling"));return Pa(r),a}return e.nodeType===1&&e.getAttribute("slot")&&(e.hidden=!0),i.__prepend(e)}))})},Z_=i=>{i.__append||(i.__append=i.append,i.append=function(...t){t.forEach((e=>{typeof e=="string"&&(e=this.ownerDocument.createTextNode(e)),this.appendChild(e)}))})},J_=i=>{if(i.__insertAdjacentHTML)return;let t=i.insertAdjacentHTML;i.insertAdjacentHTML=function(e,o){if(e!=="afterbegin"&&e!=="beforeend")return t.call(this,e,o);let r=this.ownerDocument.createElement("_"),n;if(r.innerHTML=o,e==="afterbegin")for(;n=r.firstChild;)this.prepend(n);else if(e==="beforeend")for(;n=r.firstChild;)this.append(n)}},Q_=i=>{i.insertAdjacentText=function(t,e){this.insertAdjacentHTML(t,e)}},tw=i=>{i.__insertBefore||i.__insertBefore||(i.__insertBefore=i.insertBefore,i.insertBefore=function(t,e){let{slotName:o,slotNode:r}=qp(t,this),n=this.__childNodes?this.childNodes:kn(this.childNodes);if(r){let a=!1;if(n.forEach((l=>{if(!(l!==e&&e!==null)){if(a=!0,e===null||o!==e["s-sn"])return void this.appendChild(t);if(o===e["s-sn"]){Ma(t,r);let c=St(e,"parentNode");St(c,"insertBefore")(t,e),Pa(r)}}})),a)return t}let s=e?.__parentNode;return s&&!this.isSameNode(s)?this.appendChild(t):this.__insertBefore(t,e)})},ew=i=>{if(i.__insertAdjacentElement)return;let t=i.insertAdjacentElement;i.insertAdjacentElement=function(e,o){return e!=="afterbegin"&&e!=="beforeend"?t.call(this,e,o):e==="afterbegin"?(this.prepend(o),o):(e==="beforeend"&&this.append(o),o)}},iw=i=>{De("textContent",i),Object.defineProperty(i,"textContent",{get:function(){let t="";return(this.__childNodes?this.childNodes:kn(this.childNodes)).forEach((e=>t+=e.textContent||"")),t},set:function(t){(this.__childNodes?this.childNodes:kn(this.childNodes)).forEach((e=>{e["s-ol"]&&e["s-ol"].remove(),e.remove()})),this.insertAdjacentHTML("beforeend",t)}})},ow=i=>{class t extends Array{item(o){return this[o]}}De("children",i),Object.defineProperty(i,"children",{get(){return this.childNodes.filter((e=>e.nodeType===1))}}),Object.defineProperty(i,"childElementCount",{get(){return this.children.length}}),De("firstChild",i),Object.defineProperty(i,"firstChild",{get(){return this.childNodes[0]||null}}),De("lastChild",i),Object.defineProperty(i,"lastChild",{get(){return this.childNodes[this.childNodes.length-1]||null}}),De("childNodes",i),Object.defineProperty(i,"childNodes",{get(){let e=new t;return e.push(...kn(this.__childNodes)),e}})},rw=i=>{i&&!i.__nextSibling&&(De("nextSibling",i),Object.defineProperty(i,"nextSibling",{get:function(){var t;let e=(t=this["s-ol"])==null?void 0:t.parentNode.childNodes,o=e?.indexOf(this);return e&&o>-1?e[o+1]||null:this.__nextSibling}}))},nw=i=>{i&&!i.__nextElementSibling&&(De("nextElementSibling",i),Object.defineProperty(i,"nextElementSibling",{get:function(){var t;let e=(t=this["s-ol"])==null?void 0:t.parentNode.children,o=e?.indexOf(this);return e&&o>-1?e[o+1]||null:this.__nextElementSibling}}))},sw=i=>{i&&!i.__previousSibling&&(De("previousSibling",i),Object.defineProperty(i,"previousSibling",{get:function(){var t;let e=(t=this["s-ol"])==null?void 0:t.parentNode.childNodes,o=e?.indexOf(this);return e&&o>-1?e[o-1]||null:this.__previousSibling}}))},aw=i=>{i&&!i.__previousElementSibling&&(De("previousElementSibling",i),Object.defineProperty(i,"previousElementSibling",{get:function(){var t;let e=(t=this["s-ol"])==null?void 0:t.parentNode.children,o=e?.indexOf(this);return e&&o>-1?e[o-1]||null:this.__previousElementSibling}}))},fb=i=>{i&&!i.__parentNode&&(De("parentNode",i),Object.defineProperty(i,"parentNode",{get:function(){var t;return((t=this["s-ol"])==null?void 0:t.parentNode)||this.__parentNode},set:function(t){this.__parentNode=t}}))},lw=["children","nextElementSibling","previousElementSibling"],cw=["childNodes","firstChild","lastChild","nextSibling","previousSibling","textContent","parentNode"];Oi=new WeakMap,vb=(i,t,e)=>{let o=ka.get(i);jp&&e?(o=o||new CSSStyleSheet,typeof o=="string"?o=t:o.replaceSync(t)):o=t,ka.set(i,o)},gb=(i,t,e)=>{var o,r,n;let s=Ea(t,e),a=ka.get(s);if(!q.document)return s;if(i=i.nodeType===11?i:q.document,a)if(typeof a=="string"){let l,c=Oi.get(i=i.head||i);c||Oi.set(i,c=new Set);let d=i.querySelector(`[${Ca}="${s}"]`);if(d)d.textContent=a;else if(!c.has(s)){l=q.document.createElement("style"),l.textContent=a;let p=(o=ot.h)!=null?o:(function(){var u,m,g;return(g=(m=(u=q.document.head)==null?void 0:u.querySelector('meta[name="csp-nonce"]'))==null?void 0:m.getAttribute("content"))!=null?g:void 0})();if(p!=null&&l.setAttribute("nonce",p),!(1&t.i))if(i.nodeName==="HEAD"){let u=i.querySelectorAll("link[rel=preconnect]"),m=u.length>0?u[u.length-1].nextSibling:i.querySelector("style");i.insertBefore(l,m?.parentNode===i?m:null)}else if("host"in i)if(jp){let u=new((r=i.defaultView)!=null?r:i.ownerDocument.defaultView).CSSStyleSheet;u.replaceSync(a),Pp?i.adoptedStyleSheets.unshift(u):i.adoptedStyleSheets=[u,...i.adoptedStyleSheets]}else{let u=i.querySelector("style");u?u.textContent=a+u.textContent:i.prepend(l)}else i.append(l);1&t.i&&i.insertBefore(l,null),4&t.i&&(l.textContent+="slot-fb{display:contents}slot-fb[hidden]{display:none}"),c&&c.add(s)}}else{let l=Oi.get(i);if(l||Oi.set(i,l=new Set),!l.has(s)){let c=(n=i.defaultView)!=null?n:i.ownerDocument.defaultView,d;if(a.constructor===c.CSSStyleSheet)d=a;else{d=new c.CSSStyleSheet;for(let p=0;p<a.cssRules.length;p++)d.insertRule(a.cssRules[p].cssText,p)}if(Pp?i.adoptedStyleSheets.push(d):i.adoptedStyleSheets=[...i.adoptedStyleSheets,d],l.add(s),"host"in i){let p=i.querySelector(`[${Ca}="${s}"]`);p&&Oa((()=>p.remove()))}}}return s},Ea=(i,t)=>"sc-"+(t&&32&i.i?i.v+"-"+t:i.v),Ra=i=>(i=typeof i)=="object"||i==="function",A=(i,t,...e)=>{let o=null,r=null,n=null,s=!1,a=!1,l=[],c=p=>{for(let u=0;u<p.length;u++)if(o=p[u],Array.isArray(o))c(o);else if(o!=null&&typeof o!="boolean"){if(s=typeof i!="function"&&!Ra(o))o=String(o);else if(typeof i!="function"&&o.i===void 0){Li("Invalid vNode child");continue}s&&a?l[l.length-1].p+=o:l.push(s?vr(null,o):o),a=s}};if(c(e),t){t.key&&(r=t.key),t.name&&(n=t.name);{let p=t.className||t.class;p&&(t.class=typeof p!="object"?p:Object.keys(p).filter((u=>p[u])).join(" "))}}if(typeof i=="function")return i(t===null?{}:t,l,dw);let d=vr(i,null);return d.$=t,l.length>0&&(d.j=l),d.O=r,d.N=n,d},vr=(i,t)=>({i:0,S:i,p:t??null,k:null,j:null,$:null,O:null,N:null}),ee={},dw={forEach:(i,t)=>i.map(Bg).forEach(t),map:(i,t)=>i.map(Bg).map(t).map(pw)},Bg=i=>({vattrs:i.$,vchildren:i.j,vkey:i.O,vname:i.N,vtag:i.S,vtext:i.p}),pw=i=>{if(typeof i.vtag=="function"){let e={...i.vattrs};return i.vkey&&(e.key=i.vkey),i.vname&&(e.name=i.vname),A(i.vtag,e,...i.vchildren||[])}let t=vr(i.vtag,i.vtext);return t.$=i.vattrs,t.j=i.vchildren,t.O=i.vkey,t.N=i.vname,t},Dp=(i,t,e,o,r,n,s,a=[])=>{let l,c,d,p,u=r["s-sc"];if(n.nodeType===1){if(l=n.getAttribute(Pg),l&&(c=l.split("."),c[0]===s||c[0]==="0")){d=Fg({i:0,C:c[0],M:c[1],I:c[2],R:c[3],S:n.tagName.toLowerCase(),k:n,$:{class:n.className||""}}),t.push(d),n.removeAttribute(Pg),i.j||(i.j=[]),u&&c[0]===s&&(n["s-si"]=u,d.$.class+=" "+u);let g=d.k.getAttribute("s-sn");typeof g=="string"&&(d.S==="slot-fb"&&(Hg(g,c[2],d,n,i,t,e,o,a),u&&n.classList.add(u)),d.k["s-sn"]=g,d.k.removeAttribute("s-sn")),d.R!==void 0&&(i.j[d.R]=d),i=d,o&&d.I==="0"&&(o[d.R]=d.k)}if(n.shadowRoot)for(p=n.shadowRoot.childNodes.length-1;p>=0;p--)Dp(i,t,e,o,r,n.shadowRoot.childNodes[p],s,a);let m=n.__childNodes||n.childNodes;for(p=m.length-1;p>=0;p--)Dp(i,t,e,o,r,m[p],s,a)}else if(n.nodeType===8)c=n.nodeValue.split("."),(c[1]===s||c[1]==="0")&&(l=c[0],d=Fg({C:c[1],M:c[2],I:c[3],R:c[4]||"0",k:n,$:null,j:null,O:null,N:null,S:null,p:null}),l==="t"?(d.k=jg(n,3),d.k&&d.k.nodeType===3&&(d.p=d.k.textContent,t.push(d),n.remove(),s===d.C&&(i.j||(i.j=[]),i.j[d.R]=d),o&&d.I==="0"&&(o[d.R]=d.k))):l==="c"?(d.k=jg(n,8),d.k&&d.k.nodeType===8&&(t.push(d),n.remove())):d.C===s&&(l==="s"?Hg(n["s-sn"]=c[5]||"",c[2],d,n,i,t,e,o,a):l==="r"&&(o?n.remove():(r["s-cr"]=n,n["s-cn"]=!0))));else if(i&&i.S==="style"){let m=vr(null,n.textContent);m.k=n,m.R="0",i.j=[m]}return i},Bp=(i,t)=>{if(i.nodeType===1){let e=i[_n]||i.getAttribute(_n);e&&t.set(e,i);let o=0;if(i.shadowRoot)for(;o<i.shadowRoot.childNodes.length;o++)Bp(i.shadowRoot.childNodes[o],t);let r=i.__childNodes||i.childNodes;for(o=0;o<r.length;o++)Bp(r[o],t)}else if(i.nodeType===8){let e=i.nodeValue.split(".");e[0]==="o"&&(t.set(e[1]+"."+e[2],i),i.nodeValue="",i["s-en"]=e[3])}},Fg=i=>({i:0,C:null,M:null,I:null,R:"0",k:null,$:null,j:null,O:null,N:null,S:null,p:null,...i});Vg=(i,t,e,o,r)=>{var n,s;let a=o.nextSibling;if(i[t]=i[t]||[],a&&!((n=a.nodeValue)!=null&&n.startsWith("s.")))do!a||(a.getAttribute&&a.getAttribute("slot")||a["s-sn"])!==e&&(e!==""||a["s-sn"]||a.getAttribute&&a.getAttribute("slot")||a.nodeType!==8&&a.nodeType!==3)||(a["s-sn"]=e,i[t].push({slot:o,node:a,hostId:r})),a=a?.nextSibling;while(a&&!((s=a.nodeValue)!=null&&s.startsWith("s.")))},jg=(i,t)=>{let e=i;do e=e.nextSibling;while(e&&(e.nodeType!==t||!e.nodeValue));return e},bb=i=>lb.push(i),yb=i=>{var t;return(t=be(i))==null?void 0:t.A},xb=i=>{if(!i)return;let t=Object.keys(i);if(t.length===0)return;let e=!1;for(let r of t){if(e)break;for(let n of i[r])if(typeof n=="string"){e=!0;break}}if(!e)return i;let o={};for(let r of t)o[r]=i[r].map((n=>typeof n=="string"?{[n]:0}:n));return o},uw=class uo{static fromLocalValue(t){let e=t[Op],o=Lp in t?t[Lp]:void 0;switch(e){case"string":case"boolean":return o;case"bigint":return BigInt(o);case"undefined":return;case"null":return null;case"number":return o==="NaN"?NaN:o==="-0"?-0:o==="Infinity"?1/0:o==="-Infinity"?-1/0:o;case"array":return o.map((c=>uo.fromLocalValue(c)));case"date":return new Date(o);case"map":let r=new Map;for(let[c,d]of o){let p=typeof c=="object"&&c!==null?uo.fromLocalValue(c):c,u=uo.fromLocalValue(d);r.set(p,u)}return r;case"object":let n={};for(let[c,d]of o)n[c]=uo.fromLocalValue(d);return n;case"regexp":let{pattern:s,flags:a}=o;return new RegExp(s,a);case"set":let l=new Set;for(let c of o)l.add(uo.fromLocalValue(c));return l;case"symbol":return Symbol(o);default:throw new Error(`Unsupported type: ${e}`)}}static fromLocalValueArray(t){return t.map((e=>uo.fromLocalValue(e)))}static isLocalValueObject(t){if(typeof t!="object"||t===null||!t.hasOwnProperty(Op))return!1;let e=t[Op];return!!Object.values({...nb,...sb}).includes(e)&&(e==="null"||e==="undefined"||t.hasOwnProperty(Lp))}},_b=(i,t)=>{return typeof i=="string"&&i.startsWith(Lg)?i=typeof(e=i)=="string"&&e.startsWith(Lg)?uw.fromLocalValue(JSON.parse((function(o){let r=atob(o),n=new Uint8Array(r.length);for(let s=0;s<r.length;s++)n[s]=r.charCodeAt(s);return new TextDecoder().decode(n)})(e.slice(11)))):e:i==null||Ra(i)?i:4&t?i!=="false"&&(i===""||!!i):2&t?typeof i=="string"?parseFloat(i):typeof i=="number"?i:NaN:1&t?String(i):i;var e},Lt=(i,t,e)=>{let o=i;return{emit:r=>wb(o,t,{bubbles:!!(4&e),composed:!!(2&e),cancelable:!!(1&e),detail:r})}},wb=(i,t,e)=>{let o=ot.ce(t,e);return i.dispatchEvent(o),o},Ug=(i,t,e,o,r,n,s)=>{if(e===o)return;let a=Mg(i,t),l=t.toLowerCase();if(t==="class"){let c=i.classList,d=qg(e),p=qg(o);if((i["s-si"]||i["s-sc"])&&s){let u=i["s-sc"]||i["s-si"];p.push(u),d.forEach((m=>{m.startsWith(u)&&p.push(m)})),p=[...new Set(p)].filter((m=>m)),c.add(...p)}else c.remove(...d.filter((u=>u&&!p.includes(u)))),c.add(...p.filter((u=>u&&!d.includes(u))))}else if(t==="style"){for(let c in e)o&&o[c]!=null||(c.includes("-")?i.style.removeProperty(c):i.style[c]="");for(let c in o)e&&o[c]===e[c]||(c.includes("-")?i.style.setProperty(c,o[c]):i.style[c]=o[c])}else if(t!=="key"){if(t==="ref")o&&gw(o,i);else if(i.__lookupSetter__(t)||t[0]!=="o"||t[1]!=="n"){if(t[0]==="a"&&t.startsWith("attr:")){let c=t.slice(5),d;{let p=be(i);if(p&&p.o&&p.o.t){let u=p.o.t[c];u&&u[1]&&(d=u[1])}}return d||(d=c.replace(/([a-z0-9])([A-Z])/g,"$1-$2").toLowerCase()),void(o==null||o===!1?o===!1&&i.getAttribute(d)!==""||i.removeAttribute(d):i.setAttribute(d,o===!0?"":o))}if(t[0]==="p"&&t.startsWith("prop:")){let c=t.slice(5);try{i[c]=o}catch{}return}{let c=Ra(o);if((a||c&&o!==null)&&!r)try{if(i.tagName.includes("-"))i[t]!==o&&(i[t]=o);else{let p=o??"";t==="list"?a=!1:e!=null&&i[t]===p||(typeof i.__lookupSetter__(t)=="function"?i[t]=p:i.setAttribute(t,p))}}catch{}let d=!1;l!==(l=l.replace(/^xlink\:?/,""))&&(t=l,d=!0),o==null||o===!1?(o!==!1||i.getAttribute(t)===""||4&n&&!mw(t))&&(d?i.removeAttributeNS(Rg,t):i.removeAttribute(t)):(!a||4&n||r)&&!c&&i.nodeType===1&&(o=o===!0?"":o,d?i.setAttributeNS(Rg,t,o):i.setAttribute(t,o))}}else if(t=t[2]==="-"?t.slice(3):Mg(q,l)?l.slice(2):l[2]+t.slice(3),e||o){let c=t.endsWith(kb);t=t.replace(vw,""),e&&ot.rel(i,t,e,c),o&&ot.ael(i,t,o,c)}}},hw=new Set(["draggable","contenteditable","spellcheck"]),mw=i=>hw.has(i)||i.startsWith("aria-"),fw=/\s/,qg=i=>(typeof i=="object"&&i&&"baseVal"in i&&(i=i.baseVal),i&&typeof i=="string"?i.split(fw):[]),kb="Capture",vw=new RegExp(kb+"$"),Fp=(i,t,e,o)=>{let r=t.k.nodeType===11&&t.k.host?t.k.host:t.k,n=i&&i.$||{},s=t.$||{};for(let a of Wg(Object.keys(n)))a in s||Ug(r,a,n[a],void 0,e,t.i,o);for(let a of Wg(Object.keys(s)))Ug(r,a,n[a],s[a],e,t.i,o)};Cn=!1,Sa=!1,za=!1,Gt=!1,Hp=[],Vp=[],$a=(i,t,e)=>{var o;let r=t.j[e],n,s,a,l=0;if(Cn||(za=!0,r.S==="slot"&&(r.i|=r.j?2:1)),r.p!=null)n=r.k=q.document.createTextNode(r.p);else if(1&r.i)n=r.k=q.document.createTextNode(""),Fp(null,r,Gt);else{if(Gt||(Gt=r.S==="svg"),!q.document)throw new Error("You are trying to render a Stencil component in an environment that doesn't support the DOM.");if(n=r.k=q.document.createElementNS(Gt?"http://www.w3.org/2000/svg":"http://www.w3.org/1999/xhtml",!Cn&&2&r.i?"slot-fb":r.S),Gt&&r.S==="foreignObject"&&(Gt=!1),Fp(null,r,Gt),(c=wa)!=null&&c!==void 0&&n["s-si"]!==wa&&n.classList.add(n["s-si"]=wa),r.j){let d=r.S==="template"?n.content:n;for(l=0;l<r.j.length;++l)s=$a(i,r,l),s&&d.appendChild(s)}r.S==="svg"?Gt=!1:n.tagName==="foreignObject"&&(Gt=!0)}var c;return n["s-hn"]=ho,3&r.i&&(n["s-sr"]=!0,n["s-cr"]=Aa,n["s-sn"]=r.N||"",n["s-rf"]=(o=r.$)==null?void 0:o.ref,mb(n),a=i&&i.j&&i.j[e],a&&a.S===r.S&&i.k&&Cb(i.k),Sb(Aa,n,t.k,i?.k)),n},Cb=i=>{ot.i|=1;let t=i.closest(ho.toLowerCase());if(t!=null){let e=Array.from(t.__childNodes||t.childNodes).find((r=>r["s-cr"])),o=Array.from(i.__childNodes||i.childNodes);for(let r of e?o.reverse():o)r["s-sh"]!=null&&(ye(t,r,e??null),r["s-sh"]=void 0,za=!0)}ot.i&=-2},Ta=(i,t)=>{ot.i|=1;let e=Array.from(i.__childNodes||i.childNodes);if(i["s-sr"]){let o=i;for(;o=o.nextSibling;)o&&o["s-sn"]===i["s-sn"]&&o["s-sh"]===ho&&e.push(o)}for(let o=e.length-1;o>=0;o--){let r=e[o];r["s-hn"]!==ho&&r["s-ol"]&&(ye(En(r).parentNode,r,En(r)),r["s-ol"].remove(),r["s-ol"]=void 0,r["s-sh"]=void 0,za=!0),t&&Ta(r,t)}ot.i&=-2},Kg=(i,t,e,o,r,n)=>{let s,a=i["s-cr"]&&i["s-cr"].parentNode||i;for(a.shadowRoot&&a.tagName===ho&&(a=a.shadowRoot),e.S==="template"&&(a=a.content);r<=n;++r)o[r]&&(s=$a(null,e,r),s&&(o[r].k=s,ye(a,s,En(t))))},Gg=(i,t,e)=>{for(let o=t;o<=e;++o){let r=i[o];if(r){let n=r.k;Ab(r),n&&(Sa=!0,n["s-ol"]?n["s-ol"].remove():Ta(n,!0),n.remove())}}},_a=(i,t,e=!1)=>i.S===t.S&&(i.S==="slot"?i.N===t.N:e?(e&&!i.O&&t.O&&(i.O=t.O),!0):i.O===t.O),En=i=>i&&i["s-ol"]||i,fr=(i,t,e=!1)=>{let o=t.k=i.k,r=i.j,n=t.j,s=t.S,a=t.p,l;a==null?(Gt=s==="svg"||s!=="foreignObject"&&Gt,s!=="slot"||Cn||i.N!==t.N&&(t.k["s-sn"]=t.N||"",Cb(t.k.parentElement)),Fp(i,t,Gt,e),r!==null&&n!==null?((c,d,p,u,m=!1)=>{let g,b,w=0,x=0,k=0,E=0,$=d.length-1,S=d[0],I=d[$],R=u.length-1,H=u[0],O=u[R],B=p.S==="template"?c.content:c;for(;w<=$&&x<=R;)if(S==null)S=d[++w];else if(I==null)I=d[--$];else if(H==null)H=u[++x];else if(O==null)O=u[--R];else if(_a(S,H,m))fr(S,H,m),S=d[++w],H=u[++x];else if(_a(I,O,m))fr(I,O,m),I=d[--$],O=u[--R];else if(_a(S,O,m))S.S!=="slot"&&O.S!=="slot"||Ta(S.k.parentNode,!1),fr(S,O,m),ye(B,S.k,I.k.nextSibling),S=d[++w],O=u[--R];else if(_a(I,H,m))S.S!=="slot"&&O.S!=="slot"||Ta(I.k.parentNode,!1),fr(I,H,m),ye(B,I.k,S.k),I=d[--$],H=u[++x];else{for(k=-1,E=w;E<=$;++E)if(d[E]&&d[E].O!==null&&d[E].O===H.O){k=E;break}k>=0?(b=d[k],b.S!==H.S?g=$a(d&&d[x],p,x):(fr(b,H,m),d[k]=void 0,g=b.k),H=u[++x]):(g=$a(d&&d[x],p,x),H=u[++x]),g&&ye(En(S.k).parentNode,g,En(S.k))}w>$?Kg(c,u[R+1]==null?null:u[R+1].k,p,u,x,R):x>R&&Gg(d,w,$)})(o,r,t,n,e):n!==null?(i.p!==null&&(o.textContent=""),Kg(o,null,t,n,0,n.length-1)):e||r===null?e&&r!==null&&n===null&&(t.j=r):Gg(r,0,r.length-1),Gt&&s==="svg"&&(Gt=!1)):(l=o["s-cr"])?l.parentNode.textContent=a:i.p!==a&&(o.data=a)},oi=[],Eb=i=>{let t,e,o,r=i.__childNodes||i.childNodes;for(let n of r){if(n["s-sr"]&&(t=n["s-cr"])&&t.parentNode){e=t.parentNode.__childNodes||t.parentNode.childNodes;let s=n["s-sn"];for(o=e.length-1;o>=0;o--)if(t=e[o],!t["s-cn"]&&!t["s-nr"]&&t["s-hn"]!==n["s-hn"]&&(!t["s-sh"]||t["s-sh"]!==n["s-hn"]||s!==""&&mo(t)===s))if(Ng(t,s)){let a=oi.find((l=>l.L===t));Sa=!0,t["s-sn"]=t["s-sn"]||s,a?(a.L["s-sh"]=n["s-hn"],a.B=n):(t["s-sh"]=n["s-hn"],oi.push({B:n,L:t})),t["s-sr"]&&oi.map((l=>{Ng(l.L,t["s-sn"])&&(a=oi.find((c=>c.L===t)),a&&!l.B&&(l.B=a.B))}))}else oi.some((a=>a.L===t))||oi.push({L:t})}n.nodeType===1&&Eb(n)}},Ab=i=>{i.$&&i.$.ref&&Hp.push((()=>i.$.ref(null))),i.j&&i.j.map(Ab)},gw=(i,t)=>{Vp.push((()=>i(t)))},ye=(i,t,e,o)=>{if(typeof t["s-sn"]=="string"&&t["s-sr"]&&t["s-cr"])Sb(t["s-cr"],t,i,t.parentElement);else if(typeof t["s-sn"]=="string"){i.getRootNode().nodeType!==11&&fb(t),i.insertBefore(t,e);let{slotNode:r}=qp(t);return r&&!o&&Pa(r),t}return i?.__insertBefore?i.__insertBefore(t,e):i?.insertBefore(t,e)};bw=(i,t,e=!1)=>{var o,r,n,s,a;let l=i.$hostElement$,c=i.o,d=i._||vr(null,null);var p;let u=(p=t)&&p.S===ee?t:A(null,null,t);if(ho=l.tagName,c.T&&(u.$=u.$||{},c.T.forEach((([m,g])=>{u.$[g]=l[m]}))),e&&u.$)for(let m of Object.keys(u.$))l.hasAttribute(m)&&!["key","ref","style","class"].includes(m)&&(u.$[m]=l[m]);if(u.S=null,u.i|=4,i._=u,u.k=d.k=l.shadowRoot||l,wa=l["s-sc"],Cn=!(!(1&c.i)||128&c.i),Aa=l["s-cr"],Sa=!1,fr(d,u,e),ot.i|=1,za){Eb(u.k);for(let m of oi){let g=m.L;if(!g["s-ol"]&&q.document){let b=q.document.createTextNode("");b["s-nr"]=g,ye(g.parentNode,g["s-ol"]=b,g,e)}}for(let m of oi){let g=m.L,b=m.B;if(g.nodeType===1&&e&&(g["s-ih"]=(o=g.hidden)!=null&&o),b){let w=b.parentNode,x=b.nextSibling;if(x&&x.nodeType===1){let k=(r=g["s-ol"])==null?void 0:r.previousSibling;for(;k;){let E=(n=k["s-nr"])!=null?n:null;if(E&&E["s-sn"]===g["s-sn"]&&w===(E.__parentNode||E.parentNode)){for(E=E.nextSibling;E===g||E?.["s-sr"];)E=E?.nextSibling;if(!E||!E["s-nr"]){x=E;break}}k=k.previousSibling}}if((!x&&w!==(g.__parentNode||g.parentNode)||(g.__nextSibling||g.nextSibling)!==x)&&g!==x){if(ye(w,g,x,e),g.nodeType===8&&g.nodeValue.startsWith("s-nt-")){let k=q.document.createTextNode(g.nodeValue.replace(/^s-nt-/,""));k["s-hn"]=g["s-hn"],k["s-sn"]=g["s-sn"],k["s-sh"]=g["s-sh"],k["s-sr"]=g["s-sr"],k["s-ol"]=g["s-ol"],k["s-ol"]["s-nr"]=k,ye(g.parentNode,k,g,e),g.parentNode.removeChild(g)}g.nodeType===1&&g.tagName!=="SLOT-FB"&&(g.hidden=(s=g["s-ih"])!=null&&s)}g&&typeof b["s-rf"]=="function"&&b["s-rf"](b)}else g.nodeType===1&&(g.hidden=!0)}}if(Sa&&La(u.k),ot.i&=-2,oi.length=0,!Cn&&!(1&c.i)&&l["s-cr"]){let m=u.k.__childNodes||u.k.childNodes;for(let g of m)if(g["s-hn"]!==ho&&!g["s-sh"]){if(e&&g["s-ih"]==null&&(g["s-ih"]=(a=g.hidden)!=null&&a),g.nodeType===1)g.hidden=!0;else if(g.nodeType===3&&g.nodeValue.trim()){let b=q.document.createComment("s-nt-"+g.nodeValue);b["s-sn"]=g["s-sn"],ye(g.parentNode,b,g,e),g.parentNode.removeChild(g)}}}Aa=void 0,Hp.forEach((m=>m())),Hp.length=0,Vp.forEach((m=>m())),Vp.length=0},$b=(i,t)=>{if(t&&!i.F&&t["s-p"]){let e=t["s-p"].push(new Promise((o=>i.F=()=>{t["s-p"].splice(e-1,1),o()})))}},Na=(i,t)=>{if(i.i|=16,4&i.i)return void(i.i|=512);$b(i,i.U);let e=()=>yw(i,t);if(!t)return Oa(e);queueMicrotask((()=>{e()}))},yw=(i,t)=>{let e=i.$hostElement$,o=e;if(!o)throw new Error(`Can't render component <${e.tagName.toLowerCase()} /> with invalid Stencil runtime! Make sure this imported component is compiled with a \`externalRuntime: true\` flag. For more information, please refer to https://stenciljs.com/docs/custom-elements#externalruntime`);let r;return r=wn(o,t?"componentWillLoad":"componentWillUpdate",void 0,e),r=Yg(r,(()=>wn(o,"componentWillRender",void 0,e))),Yg(r,(()=>_w(i,o,t)))},Yg=(i,t)=>xw(i)?i.then(t).catch((e=>{console.error(e),t()})):t(),xw=i=>i instanceof Promise||i&&i.then&&typeof i.then=="function",_w=async(i,t,e)=>{var o;let r=i.$hostElement$,n=r["s-rc"];e&&(s=>{let a=s.o,l=s.$hostElement$,c=a.i,d=gb(l.shadowRoot?l.shadowRoot:l.getRootNode(),a,s.A);10&c&&(l["s-sc"]=d,l.classList.add(d+"-h"))})(i),ww(i,t,r,e),n&&(n.map((s=>s())),r["s-rc"]=void 0);{let s=(o=r["s-p"])!=null?o:[],a=()=>kw(i);s.length===0?a():(Promise.all(s).then(a).catch(a),i.i|=4,s.length=0)}},ww=(i,t,e,o)=>{try{t=t.render&&t.render(),i.i&=-17,i.i|=2,bw(i,t,o)}catch(r){Li(r,i.$hostElement$)}return null},kw=i=>{let t=i.$hostElement$,e=t,o=i.U;wn(e,"componentDidRender",void 0,t),64&i.i?wn(e,"componentDidUpdate",void 0,t):(i.i|=64,Ew(t),wn(e,"componentDidLoad",void 0,t),i.D(t),o||Cw()),i.F&&(i.F(),i.F=void 0),512&i.i&&Ia((()=>Na(i,!1))),i.i&=-517},Be=i=>{var t;{let e=be(i),o=(t=e?.$hostElement$)==null?void 0:t.isConnected;return o&&(18&e.i)==2&&Na(e,!1),o}},Cw=()=>{var i;Ia((()=>wb(q,"appload",{detail:{namespace:"ionic"}}))),(i=ot.W)!=null&&i.size&&ot.W.clear()},wn=(i,t,e,o)=>{if(i&&i[t])try{return i[t](e)}catch(r){Li(r,o)}},Ew=i=>i.classList.add("hydrated"),Xg=(i,t,e,o)=>{let r=be(i);if(!r)return;let n=i,s=r.l.get(t),a=r.i,l=n;e=_b(e,o.t[t][0]);let c=Number.isNaN(s)&&Number.isNaN(e);if(e!==s&&!c){if(r.l.set(t,e),o.V){let d=o.V[t];d&&d.map((p=>{try{let[[u,m]]=Object.entries(p);(128&a||1&m)&&(l?l[u](e,s,t):r.H.push((()=>{r.P[u](e,s,t)})))}catch(u){Li(u,n)}}))}if(2&a){if(l.componentShouldUpdate&&l.componentShouldUpdate(e,s,t)===!1&&!(16&a))return;16&a||Na(r,!1)}}},Aw=(i,t)=>{var e,o;let r=i.prototype;{i.watchers&&!t.V&&(t.V=xb(i.watchers)),i.deserializers&&!t.q&&(t.q=i.deserializers),i.serializers&&!t.J&&(t.J=i.serializers);let n=Object.entries((e=t.t)!=null?e:{});n.map((([s,[a]])=>{if(31&a||32&a){let{get:l,set:c}=ab(r,s)||{};l&&(t.t[s][0]|=2048),c&&(t.t[s][0]|=4096),Object.defineProperty(r,s,{get(){return l?l.apply(this):(d=s,be(this).l.get(d));var d},configurable:!0,enumerable:!0}),Object.defineProperty(r,s,{set(d){let p=be(this);if(p){if(c)return(32&a?this[s]:p.$hostElement$[s])===void 0&&p.l.get(s)&&(d=p.l.get(s)),c.apply(this,[_b(d,a)]),void Xg(this,s,d=32&a?this[s]:p.$hostElement$[s],t);Xg(this,s,d,t)}}})}}));{let s=new Map;r.attributeChangedCallback=function(a,l,c){ot.jmp((()=>{var d;let p=s.get(a),u=be(this);if(this.hasOwnProperty(p),r.hasOwnProperty(p)&&typeof this[p]=="number"&&this[p]==c)return;if(p==null){let E=u?.i;if(u&&E&&!(8&E)&&c!==l){let $=this,S=(d=t.V)==null?void 0:d[a];S?.forEach((I=>{let[[R,H]]=Object.entries(I);$[R]!=null&&(128&E||1&H)&&$[R].call($,c,l,a)}))}return}let m=n.find((([E])=>E===p)),g=m?m[1][0]:0,b=4&g;if(512&g&&8&g&&!Ra(this[p])&&((w=this[p])==null||w===!1?null:w===!0?"":String(w))===c)return;var w;let x=b&&c===null&&this[p]===void 0;b&&(c=c!==null&&c!=="false");let k=Object.getOwnPropertyDescriptor(r,p);x||c==this[p]||k.get&&!k.set||(this[p]=c)}))},i.observedAttributes=Array.from(new Set([...Object.keys((o=t.V)!=null?o:{}),...n.filter((([a,l])=>31&l[0])).map((([a,l])=>{var c;let d=l[1]||a;return s.set(d,a),512&l[0]&&((c=t.T)==null||c.push([a,d])),d}))]))}}return i},Zg=async(i,t,e)=>{let o;try{if(!(32&t.i)&&(t.i|=32,t.i&=-1025,o=i.constructor,customElements.whenDefined(i.localName).then((()=>t.i|=128)),o&&o.style)){let s;typeof o.style=="string"?s=o.style:typeof o.style!="string"&&(t.A=(l=>lb.map((c=>c(l))).find((c=>!!c)))(i),t.A&&(s=o.style[t.A]));let a=Ea(e,t.A);if(!ka.has(a)){let l=()=>{};vb(a,s,!!(1&e.i)),l()}}let r=t.U,n=()=>Na(t,!0);r&&r["s-rc"]?r["s-rc"].push(n):n()}catch(r){Li(r,i),t.F&&(t.F(),t.F=void 0),!t.D||1024&t.i||t.D(i)}},Sw=i=>{if(!q.document)return;let t=i["s-cr"]=q.document.createComment("");t["s-cn"]=!0,ye(i,t,i.firstChild)},ae=(i,t)=>{let e={i:t[0],v:t[1]};try{e.t=t[2],e.Y=t[3],e.V=xb(i.V),e.q=i.q,e.J=i.J,e.T=[],!(1&e.i)&&256&e.i?(Dg(o=i.prototype),G_(o),Z_(o),X_(o),ew(o),J_(o),Q_(o),tw(o),iw(o),ow(o),Y_(o)):Dg(i.prototype),(()=>{if(!q.document)return;let s=q.document.querySelectorAll(`[${Ca}]`),a=0;for(;a<s.length;a++)vb(s[a].getAttribute(Ca),s[a].innerHTML.replace(/\/\*!@([^\/]+)\*\/[^\{]+\{/g,"$1{"),!0)})();let r=i.prototype.connectedCallback,n=i.prototype.disconnectedCallback;return Object.assign(i.prototype,{__hasHostListenerAttached:!1,__registerHost(){((s,a)=>{let l={i:0,$hostElement$:s,o:a,l:new Map,G:new Map};l.Z=new Promise((d=>l.D=d)),s["s-p"]=[],s["s-rc"]=[];let c=l;s.__stencil__getHostRef=()=>c,512&a.i&&q_(s,l)})(this,e)},connectedCallback(){if(!this.__hasHostListenerAttached){let s=be(this);if(!s)return;Jg(this,s,e.Y),this.__hasHostListenerAttached=!0}(s=>{if(!(1&ot.i)){let a=be(s);if(!a)return;let l=a.o,c=()=>{};if(1&a.i)Jg(s,a,l.Y),a?.P||(1024&a.i?setTimeout((()=>Zg(s,a,l)),1e3):a?.Z&&a.Z.then((()=>{})));else{let d;if(a.i|=1,d=s.getAttribute(_n),d){if(1&l.i){let p=gb(s.shadowRoot,l,s.getAttribute("s-mode"));s.classList.remove(p+"-h",p+"-s")}else if(2&l.i){let p=Ea(l,s.getAttribute("s-mode"));s["s-sc"]=p}((p,u,m,g)=>{var b,w,x,k;let E=p.shadowRoot,$=[],S=[],I=[],R=E?[]:null,H=vr(u,null),O;H.k=p;{let tt=g.o;tt&&10&tt.i&&p["s-sc"]?(O=p["s-sc"],p.classList.add(O+"-h")):p["s-sc"]&&delete p["s-sc"]}!q.document||ot.W&&ot.W.size||Bp(q.document.body,ot.W=new Map),p[_n]=m,p.removeAttribute(_n),g._=Dp(H,$,S,R,p,p,m,I);let B=0,X=$.length,j;for(;B<X;B++){j=$[B];let tt=j.C+"."+j.M,gt=ot.W.get(tt),at=j.k;if(E){if((b=j.S)!=null&&b.toString().includes("-")&&j.S!=="slot-fb"&&!j.k.shadowRoot){let ai=be(j.k);if(ai){let Pi=Ea(ai.o,j.k.getAttribute("s-mode")),_r=q.document.querySelector(`style[sty-id="${Pi}"]`);_r&&R.unshift(_r.cloneNode(!0))}}}else at["s-hn"]=u.toUpperCase(),j.S==="slot"&&(at["s-cr"]=p["s-cr"]);j.S==="slot"&&(j.N=j.k["s-sn"]||j.k.name||null,j.j?(j.i|=2,j.k.childNodes.length||j.j.forEach((ai=>{j.k.appendChild(ai.k)}))):j.i|=1),gt&&gt.isConnected&&(gt.parentElement.shadowRoot&&gt["s-en"]===""&&gt.parentNode.insertBefore(at,gt.nextSibling),gt.parentNode.removeChild(gt),E||(at["s-oo"]=parseInt(j.M))),gt&&!gt["s-id"]&&ot.W.delete(tt)}let W=[],G=I.length,rt,Z,lt,L,ct=0,Mt=0;for(;ct<G;ct++)if(rt=I[ct],rt&&rt.length)for(lt=rt.length,Z=0;Z<lt;Z++){if(L=rt[Z],W[L.hostId]||(W[L.hostId]=ot.W.get(L.hostId)),!W[L.hostId])continue;let tt=W[L.hostId];tt.shadowRoot&&L.node.parentElement!==tt&&tt.insertBefore(L.node,(x=(w=rt[Z-1])==null?void 0:w.node)==null?void 0:x.nextSibling),tt.shadowRoot&&E||(L.slot["s-cr"]||(L.slot["s-cr"]=tt["s-cr"],L.slot["s-cr"]=!L.slot["s-cr"]&&tt.shadowRoot?tt:(tt.__childNodes||tt.childNodes)[0]),Ma(L.node,L.slot,!1,L.node["s-oo"]||Mt),(k=L.node.parentElement)!=null&&k.shadowRoot&&L.node.getAttribute&&L.node.getAttribute("slot")&&L.node.removeAttribute("slot"),(Pt=L.node)&&Pt.__nextSibling===void 0&&globalThis.Node&&(rw(Pt),sw(Pt),fb(Pt),Pt.nodeType===Node.ELEMENT_NODE&&(nw(Pt),aw(Pt)))),Mt=(L.node["s-oo"]||Mt)+1}var Pt;if(O&&S.length&&S.forEach((tt=>{tt.k.parentElement.classList.add(O+"-s")})),E&&!E.childNodes.length){let tt=0,gt=R.length;if(gt){for(;tt<gt;tt++){let at=R[tt];at&&E.appendChild(at)}Array.from(p.childNodes).forEach((at=>{typeof at["s-en"]!="string"&&typeof at["s-sn"]!="string"&&(at.nodeType===1&&at.slot&&at.hidden?at.removeAttribute("hidden"):at.nodeType!==8||at.nodeValue||at.parentNode.removeChild(at))}))}}g.$hostElement$=p})(s,l.v,d,a)}d||12&l.i&&Sw(s);{let p=s;for(;p=p.parentNode||p.host;)if(p.nodeType===1&&p.hasAttribute("s-id")&&p["s-p"]||p["s-p"]){$b(a,a.U=p);break}}l.t&&Object.entries(l.t).map((([p,[u]])=>{if(31&u&&Object.prototype.hasOwnProperty.call(s,p)){let m=s[p];delete s[p],s[p]=m}})),Zg(s,a,l)}c()}})(this),r&&r.call(this)},disconnectedCallback(){(async s=>{if(!(1&ot.i)){let a=be(s);a?.K&&(a.K.map((l=>l())),a.K=void 0)}Oi.has(s)&&Oi.delete(s),s.shadowRoot&&Oi.has(s.shadowRoot)&&Oi.delete(s.shadowRoot)})(this),n&&n.call(this)},__attachShadow(){if(this.shadowRoot){if(this.shadowRoot.mode!=="open")throw new Error(`Unable to re-use existing shadow root for ${e.v}! Mode is set to ${this.shadowRoot.mode} but Stencil only supports open shadow roots.`)}else K_.call(this,e)}}),Object.defineProperty(i,"is",{value:e.v,configurable:!0}),Aw(i,e)}catch(r){return Li(r),i}var o},Jg=(i,t,e)=>{e&&q.document&&e.map((([o,r,n])=>{let s=Tw(q.document,i,o),a=$w(t,n),l=Iw(o);ot.ael(s,r,a,l),(t.K=t.K||[]).push((()=>ot.rel(s,r,a,l)))}))},$w=(i,t)=>e=>{try{i.$hostElement$[t](e)}catch(o){Li(o,i.$hostElement$)}},Tw=(i,t,e)=>4&e?i:8&e?q:16&e?i.body:t,Iw=i=>W_?{passive:!!(1&i),capture:!!(2&i)}:!!(2&i)});var xe,Da=yo(()=>{xe=typeof window<"u"?window:void 0});var Sn,Wp=yo(()=>{Sn=i=>{for(let t=i;t;t=t.parentElement){let e=t.getAttribute("dir")?.toLowerCase();if(e==="rtl")return!0;if(e==="ltr")return!1}return document?.dir?.toLowerCase()==="rtl"}});var Tb,$n,Kp,br,fo,Ib,Ba,Ob,Ow,vo=yo(()=>{Tb=(i,t)=>{i.componentOnReady?i.componentOnReady().then((e=>t(e))):fo((()=>t(i)))},$n=(i,t=[])=>{let e={};return t.forEach((o=>{i.hasAttribute(o)&&(i.getAttribute(o)!==null&&(e[o]=i.getAttribute(o)),i.removeAttribute(o))})),e},Kp=["role","aria-activedescendant","aria-atomic","aria-autocomplete","aria-braillelabel","aria-brailleroledescription","aria-busy","aria-checked","aria-colcount","aria-colindex","aria-colindextext","aria-colspan","aria-controls","aria-current","aria-describedby","aria-description","aria-details","aria-disabled","aria-errormessage","aria-expanded","aria-flowto","aria-haspopup","aria-hidden","aria-invalid","aria-keyshortcuts","aria-label","aria-labelledby","aria-level","aria-live","aria-multiline","aria-multiselectable","aria-orientation","aria-owns","aria-placeholder","aria-posinset","aria-pressed","aria-readonly","aria-relevant","aria-required","aria-roledescription","aria-rowcount","aria-rowindex","aria-rowindextext","aria-rowspan","aria-selected","aria-setsize","aria-sort","aria-valuemax","aria-valuemin","aria-valuenow","aria-valuetext"],br=i=>$n(i,Kp),fo=i=>typeof __zone_symbol__requestAnimationFrame=="function"?__zone_symbol__requestAnimationFrame(i):typeof requestAnimationFrame=="function"?requestAnimationFrame(i):setTimeout(i),Ib=i=>!!i.shadowRoot&&!!i.attachShadow,Ba=(i,t,e,o,r)=>{{let n=t.querySelector("input.aux-input");n||(n=t.ownerDocument.createElement("input"),n.type="hidden",n.classList.add("aux-input"),t.appendChild(n)),n.disabled=r,n.name=e,n.value=o||""}},Ob=(i,t)=>{let e=i._original||i;return{_original:i,emit:Ow(e.emit.bind(e),t)}},Ow=(i,t=0)=>{let e;return(...o)=>{clearTimeout(e),e=setTimeout(i,t,...o)}}});var Gp,Yp,Lb,Xp,Mb=yo(()=>{Gp=class{constructor(t,e,o,r,n){this.id=e,this.name=o,this.disableScroll=n,this.priority=1e6*r+e,this.ctrl=t}canStart(){return!!this.ctrl&&this.ctrl.canStart(this.name)}start(){return!!this.ctrl&&this.ctrl.start(this.name,this.id,this.priority)}capture(){if(!this.ctrl)return!1;let t=this.ctrl.capture(this.name,this.id,this.priority);return t&&this.disableScroll&&this.ctrl.disableScroll(this.id),t}release(){this.ctrl&&(this.ctrl.release(this.id),this.disableScroll&&this.ctrl.enableScroll(this.id))}destroy(){this.release(),this.ctrl=void 0}},Yp=class{constructor(t,e,o,r){this.id=e,this.disable=o,this.disableScroll=r,this.ctrl=t}block(){if(this.ctrl){if(this.disable)for(let t of this.disable)this.ctrl.disableGesture(t,this.id);this.disableScroll&&this.ctrl.disableScroll(this.id)}}unblock(){if(this.ctrl){if(this.disable)for(let t of this.disable)this.ctrl.enableGesture(t,this.id);this.disableScroll&&this.ctrl.enableScroll(this.id)}}destroy(){this.unblock(),this.ctrl=void 0}},Lb="backdrop-no-scroll",Xp=new class{constructor(){this.gestureId=0,this.requestedStart=new Map,this.disabledGestures=new Map,this.disabledScroll=new Set}createGesture(i){return new Gp(this,this.newID(),i.name,i.priority??0,!!i.disableScroll)}createBlocker(i={}){return new Yp(this,this.newID(),i.disable,!!i.disableScroll)}start(i,t,e){return this.canStart(i)?(this.requestedStart.set(t,e),!0):(this.requestedStart.delete(t),!1)}capture(i,t,e){if(!this.start(i,t,e))return!1;let o=this.requestedStart,r=-1e4;if(o.forEach((n=>{r=Math.max(r,n)})),r===e){this.capturedId=t,o.clear();let n=new CustomEvent("ionGestureCaptured",{detail:{gestureName:i}});return document.dispatchEvent(n),!0}return o.delete(t),!1}release(i){this.requestedStart.delete(i),this.capturedId===i&&(this.capturedId=void 0)}disableGesture(i,t){let e=this.disabledGestures.get(i);e===void 0&&(e=new Set,this.disabledGestures.set(i,e)),e.add(t)}enableGesture(i,t){let e=this.disabledGestures.get(i);e!==void 0&&e.delete(t)}disableScroll(i){this.disabledScroll.add(i),this.disabledScroll.size===1&&document.body.classList.add(Lb)}enableScroll(i){this.disabledScroll.delete(i),this.disabledScroll.size===0&&document.body.classList.remove(Lb)}canStart(i){return this.capturedId===void 0&&!this.isDisabled(i)}isCaptured(){return this.capturedId!==void 0}isScrollDisabled(){return this.disabledScroll.size>0}isDisabled(i){let t=this.disabledGestures.get(i);return!!(t&&t.size>0)}newID(){return this.gestureId++,this.gestureId}}});var Nb={};yy(Nb,{GESTURE_CONTROLLER:()=>Xp,createGesture:()=>Lw});var go,Pb,Lw,Zp,Rb,zb,Db=yo(()=>{Mb();go=(i,t,e,o)=>{let r={capture:!1,passive:!!o.passive},n,s;return i.__zone_symbol__addEventListener?(n="__zone_symbol__addEventListener",s="__zone_symbol__removeEventListener"):(n="addEventListener",s="removeEventListener"),i[n](t,e,r),()=>{i[s](t,e,r)}},Pb=i=>i instanceof Document?i:i.ownerDocument,Lw=i=>{let t=!1,e=!1,o=!0,r=!1,n={direction:"x",passive:!0,maxAngle:40,threshold:10,...i},s=n.canStart,a=n.onWillStart,l=n.onStart,c=n.onEnd,d=n.notCaptured,p=n.onMove,u=n.threshold,m=n.passive,g=n.blurOnStart,b={type:"pan",startX:0,startY:0,startTime:0,currentX:0,currentY:0,velocityX:0,velocityY:0,deltaX:0,deltaY:0,currentTime:0,event:void 0,data:void 0},w=((O,B,X)=>{let j=X*(Math.PI/180),W=O==="x",G=Math.cos(j),rt=B*B,Z=0,lt=0,L=!1,ct=0;return{start(Mt,Pt){Z=Mt,lt=Pt,ct=0,L=!0},detect(Mt,Pt){if(!L)return!1;let tt=Mt-Z,gt=Pt-lt,at=tt*tt+gt*gt;if(at<rt)return!1;let ai=Math.sqrt(at),Pi=(W?tt:gt)/ai;return ct=Pi>G?1:Pi<-G?-1:0,L=!1,!0},isGesture:()=>ct!==0,getDirection:()=>ct}})(n.direction,n.threshold,n.maxAngle),x=Xp.createGesture({name:i.gestureName,priority:i.gesturePriority,disableScroll:i.disableScroll}),k=()=>{t&&(r=!1,p&&p(b))},E=()=>!!x.capture()&&(t=!0,o=!1,b.startX=b.currentX,b.startY=b.currentY,b.startTime=b.currentTime,a?a(b).then($):$(),!0),$=()=>{g&&(()=>{if(typeof document<"u"){let O=document.activeElement;O?.blur&&O.blur()}})(),l&&l(b),o=!0},S=()=>{t=!1,e=!1,r=!1,o=!0,x.release()},I=O=>{let B=t,X=o;S(),X&&(Zp(b,O),B?c&&c(b):d&&d(b))},R=((O,B,X,j,W)=>{let G,rt,Z,lt,L,ct,Mt,Pt=0,tt=ce=>{Pt=Date.now()+2e3,B(ce)&&(!rt&&X&&(rt=go(O,"touchmove",X,W)),Z||(Z=go(ce.target,"touchend",at,W)),lt||(lt=go(ce.target,"touchcancel",at,W)))},gt=ce=>{Pt>Date.now()||B(ce)&&(!ct&&X&&(ct=go(Pb(O),"mousemove",X,W)),Mt||(Mt=go(Pb(O),"mouseup",ai,W)))},at=ce=>{Pi(),j&&j(ce)},ai=ce=>{_r(),j&&j(ce)},Pi=()=>{rt&&rt(),Z&&Z(),lt&&lt(),rt=Z=lt=void 0},_r=()=>{ct&&ct(),Mt&&Mt(),ct=Mt=void 0},cu=()=>{Pi(),_r()},du=(ce=!0)=>{ce?(G||(G=go(O,"touchstart",tt,W)),L||(L=go(O,"mousedown",gt,W))):(G&&G(),L&&L(),G=L=void 0,cu())};return{enable:du,stop:cu,destroy:()=>{du(!1),j=X=B=void 0}}})(n.el,(O=>{let B=zb(O);return!(e||!o)&&(Rb(O,b),b.startX=b.currentX,b.startY=b.currentY,b.startTime=b.currentTime=B,b.velocityX=b.velocityY=b.deltaX=b.deltaY=0,b.event=O,(!s||s(b)!==!1)&&(x.release(),!!x.start()&&(e=!0,u===0?E():(w.start(b.startX,b.startY),!0))))}),(O=>{t?!r&&o&&(r=!0,Zp(b,O),requestAnimationFrame(k)):(Zp(b,O),w.detect(b.currentX,b.currentY)&&(w.isGesture()&&E()||H()))}),I,{passive:m}),H=()=>{S(),R.stop(),d&&d(b)};return{enable(O=!0){O||(t&&I(void 0),S()),R.enable(O)},destroy(){x.destroy(),R.destroy()}}},Zp=(i,t)=>{if(!t)return;let e=i.currentX,o=i.currentY,r=i.currentTime;Rb(t,i);let n=i.currentX,s=i.currentY,a=(i.currentTime=zb(t))-r;if(a>0&&a<100){let l=(s-o)/a;i.velocityX=(n-e)/a*.7+.3*i.velocityX,i.velocityY=.7*l+.3*i.velocityY}i.deltaX=n-i.startX,i.deltaY=s-i.startY,i.event=t},Rb=(i,t)=>{let e=0,o=0;if(i){let r=i.changedTouches;if(r&&r.length>0){let n=r[0];e=n.clientX,o=n.clientY}else i.pageX!==void 0&&(e=i.pageX,o=i.pageY)}t.currentX=e,t.currentY=o},zb=i=>i.timeStamp||Date.now()});var Wa=function(i,t){return Wa=Object.setPrototypeOf||{__proto__:[]}instanceof Array&&function(e,o){e.__proto__=o}||function(e,o){for(var r in o)Object.prototype.hasOwnProperty.call(o,r)&&(e[r]=o[r])},Wa(i,t)};function pu(i,t){if(typeof t!="function"&&t!==null)throw new TypeError("Class extends value "+String(t)+" is not a constructor or null");Wa(i,t);function e(){this.constructor=i}i.prototype=t===null?Object.create(t):(e.prototype=t.prototype,new e)}var xo=function(){return xo=Object.assign||function(t){for(var e,o=1,r=arguments.length;o<r;o++){e=arguments[o];for(var n in e)Object.prototype.hasOwnProperty.call(e,n)&&(t[n]=e[n])}return t},xo.apply(this,arguments)};function f(i,t,e,o){var r=arguments.length,n=r<3?t:o===null?o=Object.getOwnPropertyDescriptor(t,e):o,s;if(typeof Reflect=="object"&&typeof Reflect.decorate=="function")n=Reflect.decorate(i,t,e,o);else for(var a=i.length-1;a>=0;a--)(s=i[a])&&(n=(r<3?s(n):r>3?s(t,e,n):s(t,e))||n);return r>3&&n&&Object.defineProperty(t,e,n),n}function wr(i){var t=typeof Symbol=="function"&&Symbol.iterator,e=t&&i[t],o=0;if(e)return e.call(i);if(i&&typeof i.length=="number")return{next:function(){return i&&o>=i.length&&(i=void 0),{value:i&&i[o++],done:!i}}};throw new TypeError(t?"Object is not iterable.":"Symbol.iterator is not defined.")}var J=i=>(t,e)=>{e!==void 0?e.addInitializer(()=>{customElements.define(i,t)}):customElements.define(i,t)};var In=globalThis,On=In.ShadowRoot&&(In.ShadyCSS===void 0||In.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,Ka=Symbol(),uu=new WeakMap,_o=class{constructor(t,e,o){if(this._$cssResult$=!0,o!==Ka)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=t,this.t=e}get styleSheet(){let t=this.o,e=this.t;if(On&&t===void 0){let o=e!==void 0&&e.length===1;o&&(t=uu.get(e)),t===void 0&&((this.o=t=new CSSStyleSheet).replaceSync(this.cssText),o&&uu.set(e,t))}return t}toString(){return this.cssText}},P=i=>new _o(typeof i=="string"?i:i+"",void 0,Ka),_=(i,...t)=>{let e=i.length===1?i[0]:t.reduce((o,r,n)=>o+(s=>{if(s._$cssResult$===!0)return s.cssText;if(typeof s=="number")return s;throw Error("Value passed to 'css' function must be a 'css' function result: "+s+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(r)+i[n+1],i[0]);return new _o(e,i,Ka)},Ln=(i,t)=>{if(On)i.adoptedStyleSheets=t.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let e of t){let o=document.createElement("style"),r=In.litNonce;r!==void 0&&o.setAttribute("nonce",r),o.textContent=e.cssText,i.appendChild(o)}},Ga=On?i=>i:i=>i instanceof CSSStyleSheet?(t=>{let e="";for(let o of t.cssRules)e+=o.cssText;return P(e)})(i):i;var{is:xy,defineProperty:_y,getOwnPropertyDescriptor:wy,getOwnPropertyNames:ky,getOwnPropertySymbols:Cy,getPrototypeOf:Ey}=Object,Mn=globalThis,hu=Mn.trustedTypes,Ay=hu?hu.emptyScript:"",Sy=Mn.reactiveElementPolyfillSupport,kr=(i,t)=>i,li={toAttribute(i,t){switch(t){case Boolean:i=i?Ay:null;break;case Object:case Array:i=i==null?i:JSON.stringify(i)}return i},fromAttribute(i,t){let e=i;switch(t){case Boolean:e=i!==null;break;case Number:e=i===null?null:Number(i);break;case Object:case Array:try{e=JSON.parse(i)}catch{e=null}}return e}},wo=(i,t)=>!xy(i,t),mu={attribute:!0,type:String,converter:li,reflect:!1,useDefault:!1,hasChanged:wo};Symbol.metadata??=Symbol("metadata"),Mn.litPropertyMetadata??=new WeakMap;var Fe=class extends HTMLElement{static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(t,e=mu){if(e.state&&(e.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(t)&&((e=Object.create(e)).wrapped=!0),this.elementProperties.set(t,e),!e.noAccessor){let o=Symbol(),r=this.getPropertyDescriptor(t,o,e);r!==void 0&&_y(this.prototype,t,r)}}static getPropertyDescriptor(t,e,o){let{get:r,set:n}=wy(this.prototype,t)??{get(){return this[e]},set(s){this[e]=s}};return{get:r,set(s){let a=r?.call(this);n?.call(this,s),this.requestUpdate(t,a,o)},configurable:!0,enumerable:!0}}static getPropertyOptions(t){return this.elementProperties.get(t)??mu}static _$Ei(){if(this.hasOwnProperty(kr("elementProperties")))return;let t=Ey(this);t.finalize(),t.l!==void 0&&(this.l=[...t.l]),this.elementProperties=new Map(t.elementProperties)}static finalize(){if(this.hasOwnProperty(kr("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(kr("properties"))){let e=this.properties,o=[...ky(e),...Cy(e)];for(let r of o)this.createProperty(r,e[r])}let t=this[Symbol.metadata];if(t!==null){let e=litPropertyMetadata.get(t);if(e!==void 0)for(let[o,r]of e)this.elementProperties.set(o,r)}this._$Eh=new Map;for(let[e,o]of this.elementProperties){let r=this._$Eu(e,o);r!==void 0&&this._$Eh.set(r,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(t){let e=[];if(Array.isArray(t)){let o=new Set(t.flat(1/0).reverse());for(let r of o)e.unshift(Ga(r))}else t!==void 0&&e.push(Ga(t));return e}static _$Eu(t,e){let o=e.attribute;return o===!1?void 0:typeof o=="string"?o:typeof t=="string"?t.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(t=>this.enableUpdating=t),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(t=>t(this))}addController(t){(this._$EO??=new Set).add(t),this.renderRoot!==void 0&&this.isConnected&&t.hostConnected?.()}removeController(t){this._$EO?.delete(t)}_$E_(){let t=new Map,e=this.constructor.elementProperties;for(let o of e.keys())this.hasOwnProperty(o)&&(t.set(o,this[o]),delete this[o]);t.size>0&&(this._$Ep=t)}createRenderRoot(){let t=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return Ln(t,this.constructor.elementStyles),t}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(t=>t.hostConnected?.())}enableUpdating(t){}disconnectedCallback(){this._$EO?.forEach(t=>t.hostDisconnected?.())}attributeChangedCallback(t,e,o){this._$AK(t,o)}_$ET(t,e){let o=this.constructor.elementProperties.get(t),r=this.constructor._$Eu(t,o);if(r!==void 0&&o.reflect===!0){let n=(o.converter?.toAttribute!==void 0?o.converter:li).toAttribute(e,o.type);this._$Em=t,n==null?this.removeAttribute(r):this.setAttribute(r,n),this._$Em=null}}_$AK(t,e){let o=this.constructor,r=o._$Eh.get(t);if(r!==void 0&&this._$Em!==r){let n=o.getPropertyOptions(r),s=typeof n.converter=="function"?{fromAttribute:n.converter}:n.converter?.fromAttribute!==void 0?n.converter:li;this._$Em=r;let a=s.fromAttribute(e,n.type);this[r]=a??this._$Ej?.get(r)??a,this._$Em=null}}requestUpdate(t,e,o,r=!1,n){if(t!==void 0){let s=this.constructor;if(r===!1&&(n=this[t]),o??=s.getPropertyOptions(t),!((o.hasChanged??wo)(n,e)||o.useDefault&&o.reflect&&n===this._$Ej?.get(t)&&!this.hasAttribute(s._$Eu(t,o))))return;this.C(t,e,o)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(t,e,{useDefault:o,reflect:r,wrapped:n},s){o&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,s??e??this[t]),n!==!0||s!==void 0)||(this._$AL.has(t)||(this.hasUpdated||o||(e=void 0),this._$AL.set(t,e)),r===!0&&this._$Em!==t&&(this._$Eq??=new Set).add(t))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let t=this.scheduleUpdate();return t!=null&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[r,n]of this._$Ep)this[r]=n;this._$Ep=void 0}let o=this.constructor.elementProperties;if(o.size>0)for(let[r,n]of o){let{wrapped:s}=n,a=this[r];s!==!0||this._$AL.has(r)||a===void 0||this.C(r,void 0,n,a)}}let t=!1,e=this._$AL;try{t=this.shouldUpdate(e),t?(this.willUpdate(e),this._$EO?.forEach(o=>o.hostUpdate?.()),this.update(e)):this._$EM()}catch(o){throw t=!1,this._$EM(),o}t&&this._$AE(e)}willUpdate(t){}_$AE(t){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),this.updated(t)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(t){return!0}update(t){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM()}updated(t){}firstUpdated(t){}};Fe.elementStyles=[],Fe.shadowRootOptions={mode:"open"},Fe[kr("elementProperties")]=new Map,Fe[kr("finalized")]=new Map,Sy?.({ReactiveElement:Fe}),(Mn.reactiveElementVersions??=[]).push("2.1.2");var $y={attribute:!0,type:String,converter:li,reflect:!1,hasChanged:wo},Ty=(i=$y,t,e)=>{let{kind:o,metadata:r}=e,n=globalThis.litPropertyMetadata.get(r);if(n===void 0&&globalThis.litPropertyMetadata.set(r,n=new Map),o==="setter"&&((i=Object.create(i)).wrapped=!0),n.set(e.name,i),o==="accessor"){let{name:s}=e;return{set(a){let l=t.get.call(this);t.set.call(this,a),this.requestUpdate(s,l,i,!0,a)},init(a){return a!==void 0&&this.C(s,void 0,i,a),a}}}if(o==="setter"){let{name:s}=e;return function(a){let l=this[s];t.call(this,a),this.requestUpdate(s,l,i,!0,a)}}throw Error("Unsupported decorator location: "+o)};function h(i){return(t,e)=>typeof e=="object"?Ty(i,t,e):((o,r,n)=>{let s=r.hasOwnProperty(n);return r.constructor.createProperty(n,o),s?Object.getOwnPropertyDescriptor(r,n):void 0})(i,t,e)}function M(i){return h({...i,state:!0,attribute:!1})}var _e=(i,t,e)=>(e.configurable=!0,e.enumerable=!0,Reflect.decorate&&typeof t!="object"&&Object.defineProperty(i,t,e),e);function z(i,t){return(e,o,r)=>{let n=s=>s.renderRoot?.querySelector(i)??null;if(t){let{get:s,set:a}=typeof o=="object"?e:r??(()=>{let l=Symbol();return{get(){return this[l]},set(c){this[l]=c}}})();return _e(e,o,{get(){let l=s.call(this);return l===void 0&&(l=n(this),(l!==null||this.hasUpdated)&&a.call(this,l)),l}})}return _e(e,o,{get(){return n(this)}})}}var Iy;function fu(i){return(t,e)=>_e(t,e,{get(){return(this.renderRoot??(Iy??=document.createDocumentFragment())).querySelectorAll(i)}})}function Ht(i){return(t,e)=>{let{slot:o,selector:r}=i??{},n="slot"+(o?`[name=${o}]`:":not([name])");return _e(t,e,{get(){let s=this.renderRoot?.querySelector(n),a=s?.assignedElements(i)??[];return r===void 0?a:a.filter(l=>l.matches(r))}})}}function vu(i){return(t,e)=>{let{slot:o}=i??{},r="slot"+(o?`[name=${o}]`:":not([name])");return _e(t,e,{get(){return this.renderRoot?.querySelector(r)?.assignedNodes(i)??[]}})}}var Xa=globalThis,gu=i=>i,Pn=Xa.trustedTypes,bu=Pn?Pn.createPolicy("lit-html",{createHTML:i=>i}):void 0,Za="$lit$",He=`lit$${Math.random().toFixed(9).slice(2)}$`,Ja="?"+He,Oy=`<${Ja}>`,Ni=document,Er=()=>Ni.createComment(""),Ar=i=>i===null||typeof i!="object"&&typeof i!="function",Qa=Array.isArray,Cu=i=>Qa(i)||typeof i?.[Symbol.iterator]=="function",Ya=`[ 	
\f\r]`,Cr=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,yu=/-->/g,xu=/>/g,Ri=RegExp(`>|${Ya}(?:([^\\s"'>=/]+)(${Ya}*=${Ya}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),_u=/'/g,wu=/"/g,Eu=/^(?:script|style|textarea|title)$/i,tl=i=>(t,...e)=>({_$litType$:i,strings:t,values:e}),y=tl(1),Au=tl(2),Su=tl(3),yt=Symbol.for("lit-noChange"),C=Symbol.for("lit-nothing"),ku=new WeakMap,zi=Ni.createTreeWalker(Ni,129);function $u(i,t){if(!Qa(i)||!i.hasOwnProperty("raw"))throw Error("invalid template strings array");return bu!==void 0?bu.createHTML(t):t}var Tu=(i,t)=>{let e=i.length-1,o=[],r,n=t===2?"<svg>":t===3?"<math>":"",s=Cr;for(let a=0;a<e;a++){let l=i[a],c,d,p=-1,u=0;for(;u<l.length&&(s.lastIndex=u,d=s.exec(l),d!==null);)u=s.lastIndex,s===Cr?d[1]==="!--"?s=yu:d[1]!==void 0?s=xu:d[2]!==void 0?(Eu.test(d[2])&&(r=RegExp("</"+d[2],"g")),s=Ri):d[3]!==void 0&&(s=Ri):s===Ri?d[0]===">"?(s=r??Cr,p=-1):d[1]===void 0?p=-2:(p=s.lastIndex-d[2].length,c=d[1],s=d[3]===void 0?Ri:d[3]==='"'?wu:_u):s===wu||s===_u?s=Ri:s===yu||s===xu?s=Cr:(s=Ri,r=void 0);let m=s===Ri&&i[a+1].startsWith("/>")?" ":"";n+=s===Cr?l+Oy:p>=0?(o.push(c),l.slice(0,p)+Za+l.slice(p)+He+m):l+He+(p===-2?a:m)}return[$u(i,n+(i[e]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),o]},Sr=class i{constructor({strings:t,_$litType$:e},o){let r;this.parts=[];let n=0,s=0,a=t.length-1,l=this.parts,[c,d]=Tu(t,e);if(this.el=i.createElement(c,o),zi.currentNode=this.el.content,e===2||e===3){let p=this.el.content.firstChild;p.replaceWith(...p.childNodes)}for(;(r=zi.nextNode())!==null&&l.length<a;){if(r.nodeType===1){if(r.hasAttributes())for(let p of r.getAttributeNames())if(p.endsWith(Za)){let u=d[s++],m=r.getAttribute(p).split(He),g=/([.?@])?(.*)/.exec(u);l.push({type:1,index:n,name:g[2],strings:m,ctor:g[1]==="."?zn:g[1]==="?"?Nn:g[1]==="@"?Dn:Bi}),r.removeAttribute(p)}else p.startsWith(He)&&(l.push({type:6,index:n}),r.removeAttribute(p));if(Eu.test(r.tagName)){let p=r.textContent.split(He),u=p.length-1;if(u>0){r.textContent=Pn?Pn.emptyScript:"";for(let m=0;m<u;m++)r.append(p[m],Er()),zi.nextNode(),l.push({type:2,index:++n});r.append(p[u],Er())}}}else if(r.nodeType===8)if(r.data===Ja)l.push({type:2,index:n});else{let p=-1;for(;(p=r.data.indexOf(He,p+1))!==-1;)l.push({type:7,index:n}),p+=He.length-1}n++}}static createElement(t,e){let o=Ni.createElement("template");return o.innerHTML=t,o}};function Di(i,t,e=i,o){if(t===yt)return t;let r=o!==void 0?e._$Co?.[o]:e._$Cl,n=Ar(t)?void 0:t._$litDirective$;return r?.constructor!==n&&(r?._$AO?.(!1),n===void 0?r=void 0:(r=new n(i),r._$AT(i,e,o)),o!==void 0?(e._$Co??=[])[o]=r:e._$Cl=r),r!==void 0&&(t=Di(i,r._$AS(i,t.values),r,o)),t}var Rn=class{constructor(t,e){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=e}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:e},parts:o}=this._$AD,r=(t?.creationScope??Ni).importNode(e,!0);zi.currentNode=r;let n=zi.nextNode(),s=0,a=0,l=o[0];for(;l!==void 0;){if(s===l.index){let c;l.type===2?c=new ko(n,n.nextSibling,this,t):l.type===1?c=new l.ctor(n,l.name,l.strings,this,t):l.type===6&&(c=new Bn(n,this,t)),this._$AV.push(c),l=o[++a]}s!==l?.index&&(n=zi.nextNode(),s++)}return zi.currentNode=Ni,r}p(t){let e=0;for(let o of this._$AV)o!==void 0&&(o.strings!==void 0?(o._$AI(t,o,e),e+=o.strings.length-2):o._$AI(t[e])),e++}},ko=class i{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,e,o,r){this.type=2,this._$AH=C,this._$AN=void 0,this._$AA=t,this._$AB=e,this._$AM=o,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,e=this._$AM;return e!==void 0&&t?.nodeType===11&&(t=e.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,e=this){t=Di(this,t,e),Ar(t)?t===C||t==null||t===""?(this._$AH!==C&&this._$AR(),this._$AH=C):t!==this._$AH&&t!==yt&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):Cu(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==C&&Ar(this._$AH)?this._$AA.nextSibling.data=t:this.T(Ni.createTextNode(t)),this._$AH=t}$(t){let{values:e,_$litType$:o}=t,r=typeof o=="number"?this._$AC(t):(o.el===void 0&&(o.el=Sr.createElement($u(o.h,o.h[0]),this.options)),o);if(this._$AH?._$AD===r)this._$AH.p(e);else{let n=new Rn(r,this),s=n.u(this.options);n.p(e),this.T(s),this._$AH=n}}_$AC(t){let e=ku.get(t.strings);return e===void 0&&ku.set(t.strings,e=new Sr(t)),e}k(t){Qa(this._$AH)||(this._$AH=[],this._$AR());let e=this._$AH,o,r=0;for(let n of t)r===e.length?e.push(o=new i(this.O(Er()),this.O(Er()),this,this.options)):o=e[r],o._$AI(n),r++;r<e.length&&(this._$AR(o&&o._$AB.nextSibling,r),e.length=r)}_$AR(t=this._$AA.nextSibling,e){for(this._$AP?.(!1,!0,e);t!==this._$AB;){let o=gu(t).nextSibling;gu(t).remove(),t=o}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},Bi=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,e,o,r,n){this.type=1,this._$AH=C,this._$AN=void 0,this.element=t,this.name=e,this._$AM=r,this.options=n,o.length>2||o[0]!==""||o[1]!==""?(this._$AH=Array(o.length-1).fill(new String),this.strings=o):this._$AH=C}_$AI(t,e=this,o,r){let n=this.strings,s=!1;if(n===void 0)t=Di(this,t,e,0),s=!Ar(t)||t!==this._$AH&&t!==yt,s&&(this._$AH=t);else{let a=t,l,c;for(t=n[0],l=0;l<n.length-1;l++)c=Di(this,a[o+l],e,l),c===yt&&(c=this._$AH[l]),s||=!Ar(c)||c!==this._$AH[l],c===C?t=C:t!==C&&(t+=(c??"")+n[l+1]),this._$AH[l]=c}s&&!r&&this.j(t)}j(t){t===C?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},zn=class extends Bi{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===C?void 0:t}},Nn=class extends Bi{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==C)}},Dn=class extends Bi{constructor(t,e,o,r,n){super(t,e,o,r,n),this.type=5}_$AI(t,e=this){if((t=Di(this,t,e,0)??C)===yt)return;let o=this._$AH,r=t===C&&o!==C||t.capture!==o.capture||t.once!==o.once||t.passive!==o.passive,n=t!==C&&(o===C||r);r&&this.element.removeEventListener(this.name,this,o),n&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},Bn=class{constructor(t,e,o){this.element=t,this.type=6,this._$AN=void 0,this._$AM=e,this.options=o}get _$AU(){return this._$AM._$AU}_$AI(t){Di(this,t)}},Iu={M:Za,P:He,A:Ja,C:1,L:Tu,R:Rn,D:Cu,V:Di,I:ko,H:Bi,N:Nn,U:Dn,B:zn,F:Bn},Ly=Xa.litHtmlPolyfillSupport;Ly?.(Sr,ko),(Xa.litHtmlVersions??=[]).push("3.3.3");var Co=(i,t,e)=>{let o=e?.renderBefore??t,r=o._$litPart$;if(r===void 0){let n=e?.renderBefore??null;o._$litPart$=r=new ko(t.insertBefore(Er(),n),n,void 0,e??{})}return r._$AI(i),r};var el=globalThis,T=class extends Fe{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let t=super.createRenderRoot();return this.renderOptions.renderBefore??=t.firstChild,t}update(t){let e=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(t),this._$Do=Co(e,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return yt}};T._$litElement$=!0,T.finalized=!0,el.litElementHydrateSupport?.({LitElement:T});var My=el.litElementPolyfillSupport;My?.({LitElement:T});(el.litElementVersions??=[]).push("4.2.2");var Fn=class extends T{connectedCallback(){super.connectedCallback(),this.setAttribute("aria-hidden","true")}render(){return y`<span class="shadow"></span>`}};var il=_`:host,.shadow,.shadow::before,.shadow::after{border-radius:inherit;inset:0;position:absolute;transition-duration:inherit;transition-property:inherit;transition-timing-function:inherit}:host{display:flex;pointer-events:none;transition-property:box-shadow,opacity}.shadow::before,.shadow::after{content:"";transition-property:box-shadow,opacity;--_level: var(--md-elevation-level, 0);--_shadow-color: var(--md-elevation-shadow-color, var(--md-sys-color-shadow, #000))}.shadow::before{box-shadow:0px calc(1px*(clamp(0,var(--_level),1) + clamp(0,var(--_level) - 3,1) + 2*clamp(0,var(--_level) - 4,1))) calc(1px*(2*clamp(0,var(--_level),1) + clamp(0,var(--_level) - 2,1) + clamp(0,var(--_level) - 4,1))) 0px var(--_shadow-color);opacity:.3}.shadow::after{box-shadow:0px calc(1px*(clamp(0,var(--_level),1) + clamp(0,var(--_level) - 1,1) + 2*clamp(0,var(--_level) - 2,3))) calc(1px*(3*clamp(0,var(--_level),2) + 2*clamp(0,var(--_level) - 2,3))) calc(1px*(clamp(0,var(--_level),4) + 2*clamp(0,var(--_level) - 4,1))) var(--_shadow-color);opacity:.15}
`,K1=il.styleSheet;var ol=class extends Fn{};ol.styles=[il];ol=f([J("md-elevation")],ol);var Ou=Symbol("attachableController"),Lu;Lu=new MutationObserver(i=>{for(let t of i)t.target[Ou]?.hostConnected()});var Eo=class{get htmlFor(){return this.host.getAttribute("for")}set htmlFor(t){t===null?this.host.removeAttribute("for"):this.host.setAttribute("for",t)}get control(){return this.host.hasAttribute("for")?!this.htmlFor||!this.host.isConnected?null:this.host.getRootNode().querySelector(`#${this.htmlFor}`):this.currentControl||this.host.parentElement}set control(t){t?this.attach(t):this.detach()}constructor(t,e){this.host=t,this.onControlChange=e,this.currentControl=null,t.addController(this),t[Ou]=this,Lu?.observe(t,{attributeFilter:["for"]})}attach(t){t!==this.currentControl&&(this.setCurrentControl(t),this.host.removeAttribute("for"))}detach(){this.setCurrentControl(null),this.host.setAttribute("for","")}hostConnected(){this.setCurrentControl(this.control)}hostDisconnected(){this.setCurrentControl(null)}setCurrentControl(t){this.onControlChange(this.currentControl,t),this.currentControl=t}};var Py=["focusin","focusout","pointerdown"],Ao=class extends T{constructor(){super(...arguments),this.visible=!1,this.inward=!1,this.attachableController=new Eo(this,this.onControlChange.bind(this))}get htmlFor(){return this.attachableController.htmlFor}set htmlFor(t){this.attachableController.htmlFor=t}get control(){return this.attachableController.control}set control(t){this.attachableController.control=t}attach(t){this.attachableController.attach(t)}detach(){this.attachableController.detach()}connectedCallback(){super.connectedCallback(),this.setAttribute("aria-hidden","true")}handleEvent(t){if(!t[Mu]){switch(t.type){default:return;case"focusin":this.visible=this.control?.matches(":focus-visible")??!1;break;case"focusout":case"pointerdown":this.visible=!1;break}t[Mu]=!0}}onControlChange(t,e){if(!!1)for(let o of Py)t?.removeEventListener(o,this),e?.addEventListener(o,this)}update(t){t.has("visible")&&this.dispatchEvent(new Event("visibility-changed")),super.update(t)}};f([h({type:Boolean,reflect:!0})],Ao.prototype,"visible",void 0);f([h({type:Boolean,reflect:!0})],Ao.prototype,"inward",void 0);var Mu=Symbol("handledByFocusRing");var rl=_`:host{animation-delay:0s,calc(var(--md-focus-ring-duration, 600ms)*.25);animation-duration:calc(var(--md-focus-ring-duration, 600ms)*.25),calc(var(--md-focus-ring-duration, 600ms)*.75);animation-timing-function:cubic-bezier(0.2, 0, 0, 1);box-sizing:border-box;color:var(--md-focus-ring-color, var(--md-sys-color-secondary, #625b71));display:none;pointer-events:none;position:absolute}:host([visible]){display:flex}:host(:not([inward])){animation-name:outward-grow,outward-shrink;border-end-end-radius:calc(var(--md-focus-ring-shape-end-end, var(--md-focus-ring-shape, var(--md-sys-shape-corner-full, 9999px))) + var(--md-focus-ring-outward-offset, 2px));border-end-start-radius:calc(var(--md-focus-ring-shape-end-start, var(--md-focus-ring-shape, var(--md-sys-shape-corner-full, 9999px))) + var(--md-focus-ring-outward-offset, 2px));border-start-end-radius:calc(var(--md-focus-ring-shape-start-end, var(--md-focus-ring-shape, var(--md-sys-shape-corner-full, 9999px))) + var(--md-focus-ring-outward-offset, 2px));border-start-start-radius:calc(var(--md-focus-ring-shape-start-start, var(--md-focus-ring-shape, var(--md-sys-shape-corner-full, 9999px))) + var(--md-focus-ring-outward-offset, 2px));inset:calc(-1*var(--md-focus-ring-outward-offset, 2px));outline:var(--md-focus-ring-width, 3px) solid currentColor}:host([inward]){animation-name:inward-grow,inward-shrink;border-end-end-radius:calc(var(--md-focus-ring-shape-end-end, var(--md-focus-ring-shape, var(--md-sys-shape-corner-full, 9999px))) - var(--md-focus-ring-inward-offset, 0px));border-end-start-radius:calc(var(--md-focus-ring-shape-end-start, var(--md-focus-ring-shape, var(--md-sys-shape-corner-full, 9999px))) - var(--md-focus-ring-inward-offset, 0px));border-start-end-radius:calc(var(--md-focus-ring-shape-start-end, var(--md-focus-ring-shape, var(--md-sys-shape-corner-full, 9999px))) - var(--md-focus-ring-inward-offset, 0px));border-start-start-radius:calc(var(--md-focus-ring-shape-start-start, var(--md-focus-ring-shape, var(--md-sys-shape-corner-full, 9999px))) - var(--md-focus-ring-inward-offset, 0px));border:var(--md-focus-ring-width, 3px) solid currentColor;inset:var(--md-focus-ring-inward-offset, 0px)}@keyframes outward-grow{from{outline-width:0}to{outline-width:var(--md-focus-ring-active-width, 8px)}}@keyframes outward-shrink{from{outline-width:var(--md-focus-ring-active-width, 8px)}}@keyframes inward-grow{from{border-width:0}to{border-width:var(--md-focus-ring-active-width, 8px)}}@keyframes inward-shrink{from{border-width:var(--md-focus-ring-active-width, 8px)}}@media(prefers-reduced-motion){:host{animation:none}}
`,ck=rl.styleSheet;var nl=class extends Ao{};nl.styles=[rl];nl=f([J("md-focus-ring")],nl);var Xt={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},ci=i=>(...t)=>({_$litDirective$:i,values:t}),we=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,e,o){this._$Ct=t,this._$AM=e,this._$Ci=o}_$AS(t,e){return this.update(t,e)}update(t,e){return this.render(...e)}};var N=ci(class extends we{constructor(i){if(super(i),i.type!==Xt.ATTRIBUTE||i.name!=="class"||i.strings?.length>2)throw Error("`classMap()` can only be used in the `class` attribute and must be the only part in the attribute.")}render(i){return" "+Object.keys(i).filter(t=>i[t]).join(" ")+" "}update(i,[t]){if(this.st===void 0){this.st=new Set,i.strings!==void 0&&(this.nt=new Set(i.strings.join(" ").split(/\s/).filter(o=>o!=="")));for(let o in t)t[o]&&!this.nt?.has(o)&&this.st.add(o);return this.render(t)}let e=i.element.classList;for(let o of this.st)o in t||(e.remove(o),this.st.delete(o));for(let o in t){let r=!!t[o];r===this.st.has(o)||this.nt?.has(o)||(r?(e.add(o),this.st.add(o)):(e.remove(o),this.st.delete(o)))}return yt}});var Ve={STANDARD:"cubic-bezier(0.2, 0, 0, 1)",STANDARD_ACCELERATE:"cubic-bezier(.3,0,1,1)",STANDARD_DECELERATE:"cubic-bezier(0,0,0,1)",EMPHASIZED:"cubic-bezier(.3,0,0,1)",EMPHASIZED_ACCELERATE:"cubic-bezier(.3,0,.8,.15)",EMPHASIZED_DECELERATE:"cubic-bezier(.05,.7,.1,1)"};function Pu(){let i=null;return{start(){return i?.abort(),i=new AbortController,i.signal},finish(){i=null}}}var Ry=450,Ru=225,zy=.2,Ny=10,Dy=75,By=.35,Fy="::after",Hy="forwards",Rt;(function(i){i[i.INACTIVE=0]="INACTIVE",i[i.TOUCH_DELAY=1]="TOUCH_DELAY",i[i.HOLDING=2]="HOLDING",i[i.WAITING_FOR_CLICK=3]="WAITING_FOR_CLICK"})(Rt||(Rt={}));var Vy=["click","contextmenu","pointercancel","pointerdown","pointerenter","pointerleave","pointerup"],jy=150,Uy=window.matchMedia("(forced-colors: active)"),di=class extends T{constructor(){super(...arguments),this.disabled=!1,this.hovered=!1,this.pressed=!1,this.rippleSize="",this.rippleScale="",this.initialSize=0,this.state=Rt.INACTIVE,this.attachableController=new Eo(this,this.onControlChange.bind(this))}get htmlFor(){return this.attachableController.htmlFor}set htmlFor(t){this.attachableController.htmlFor=t}get control(){return this.attachableController.control}set control(t){this.attachableController.control=t}attach(t){this.attachableController.attach(t)}detach(){this.attachableController.detach()}connectedCallback(){super.connectedCallback(),this.setAttribute("aria-hidden","true")}render(){let t={hovered:this.hovered,pressed:this.pressed};return y`<div class="surface ${N(t)}"></div>`}update(t){t.has("disabled")&&this.disabled&&(this.hovered=!1,this.pressed=!1),super.update(t)}handlePointerenter(t){this.shouldReactToEvent(t)&&(this.hovered=!0)}handlePointerleave(t){this.shouldReactToEvent(t)&&(this.hovered=!1,this.state!==Rt.INACTIVE&&this.endPressAnimation())}handlePointerup(t){if(this.shouldReactToEvent(t)){if(this.state===Rt.HOLDING){this.state=Rt.WAITING_FOR_CLICK;return}if(this.state===Rt.TOUCH_DELAY){this.state=Rt.WAITING_FOR_CLICK,this.startPressAnimation(this.rippleStartEvent);return}}}async handlePointerdown(t){if(this.shouldReactToEvent(t)){if(this.rippleStartEvent=t,!this.isTouch(t)){this.state=Rt.WAITING_FOR_CLICK,this.startPressAnimation(t);return}this.state=Rt.TOUCH_DELAY,await new Promise(e=>{setTimeout(e,jy)}),this.state===Rt.TOUCH_DELAY&&(this.state=Rt.HOLDING,this.startPressAnimation(t))}}handleClick(){if(!this.disabled){if(this.state===Rt.WAITING_FOR_CLICK){this.endPressAnimation();return}this.state===Rt.INACTIVE&&(this.startPressAnimation(),this.endPressAnimation())}}handlePointercancel(t){this.shouldReactToEvent(t)&&this.endPressAnimation()}handleContextmenu(){this.disabled||this.endPressAnimation()}determineRippleSize(){let{height:t,width:e}=this.getBoundingClientRect(),o=Math.max(t,e),r=Math.max(By*o,Dy),n=this.currentCSSZoom??1,s=Math.floor(o*zy/n),l=Math.sqrt(e**2+t**2)+Ny;this.initialSize=s;let c=(l+r)/s;this.rippleScale=`${c/n}`,this.rippleSize=`${s}px`}getNormalizedPointerEventCoords(t){let{scrollX:e,scrollY:o}=window,{left:r,top:n}=this.getBoundingClientRect(),s=e+r,a=o+n,{pageX:l,pageY:c}=t,d=this.currentCSSZoom??1;return{x:(l-s)/d,y:(c-a)/d}}getTranslationCoordinates(t){let{height:e,width:o}=this.getBoundingClientRect(),r=this.currentCSSZoom??1,n={x:(o/r-this.initialSize)/2,y:(e/r-this.initialSize)/2},s;return t instanceof PointerEvent?s=this.getNormalizedPointerEventCoords(t):s={x:o/r/2,y:e/r/2},s={x:s.x-this.initialSize/2,y:s.y-this.initialSize/2},{startPoint:s,endPoint:n}}startPressAnimation(t){if(!this.mdRoot)return;this.pressed=!0,this.growAnimation?.cancel(),this.determineRippleSize();let{startPoint:e,endPoint:o}=this.getTranslationCoordinates(t),r=`${e.x}px, ${e.y}px`,n=`${o.x}px, ${o.y}px`;this.growAnimation=this.mdRoot.animate({top:[0,0],left:[0,0],height:[this.rippleSize,this.rippleSize],width:[this.rippleSize,this.rippleSize],transform:[`translate(${r}) scale(1)`,`translate(${n}) scale(${this.rippleScale})`]},{pseudoElement:Fy,duration:Ry,easing:Ve.STANDARD,fill:Hy})}async endPressAnimation(){this.rippleStartEvent=void 0,this.state=Rt.INACTIVE;let t=this.growAnimation,e=1/0;if(typeof t?.currentTime=="number"?e=t.currentTime:t?.currentTime&&(e=t.currentTime.to("ms").value),e>=Ru){this.pressed=!1;return}await new Promise(o=>{setTimeout(o,Ru-e)}),this.growAnimation===t&&(this.pressed=!1)}shouldReactToEvent(t){if(this.disabled||!t.isPrimary||this.rippleStartEvent&&this.rippleStartEvent.pointerId!==t.pointerId)return!1;if(t.type==="pointerenter"||t.type==="pointerleave")return!this.isTouch(t);let e=t.buttons===1;return this.isTouch(t)||e}isTouch({pointerType:t}){return t==="touch"}async handleEvent(t){if(!Uy?.matches)switch(t.type){case"click":this.handleClick();break;case"contextmenu":this.handleContextmenu();break;case"pointercancel":this.handlePointercancel(t);break;case"pointerdown":await this.handlePointerdown(t);break;case"pointerenter":this.handlePointerenter(t);break;case"pointerleave":this.handlePointerleave(t);break;case"pointerup":this.handlePointerup(t);break;default:break}}onControlChange(t,e){if(!!1)for(let o of Vy)t?.removeEventListener(o,this),e?.addEventListener(o,this)}};f([h({type:Boolean,reflect:!0})],di.prototype,"disabled",void 0);f([M()],di.prototype,"hovered",void 0);f([M()],di.prototype,"pressed",void 0);f([z(".surface")],di.prototype,"mdRoot",void 0);var sl=_`:host{display:flex;margin:auto;pointer-events:none}:host([disabled]){display:none}@media(forced-colors: active){:host{display:none}}:host,.surface{border-radius:inherit;position:absolute;inset:0;overflow:hidden}.surface{-webkit-tap-highlight-color:rgba(0,0,0,0)}.surface::before,.surface::after{content:"";opacity:0;position:absolute}.surface::before{background-color:var(--md-ripple-hover-color, var(--md-sys-color-on-surface, #1d1b20));inset:0;transition:opacity 15ms linear,background-color 15ms linear}.surface::after{background:radial-gradient(closest-side, var(--md-ripple-pressed-color, var(--md-sys-color-on-surface, #1d1b20)) max(100% - 70px, 65%), transparent 100%);transform-origin:center center;transition:opacity 375ms linear}.hovered::before{background-color:var(--md-ripple-hover-color, var(--md-sys-color-on-surface, #1d1b20));opacity:var(--md-ripple-hover-opacity, 0.08)}.pressed::after{opacity:var(--md-ripple-pressed-opacity, 0.12);transition-duration:105ms}
`,Mk=sl.styleSheet;var al=class extends di{};al.styles=[sl];al=f([J("md-ripple")],al);var ll=["role","ariaAtomic","ariaAutoComplete","ariaBusy","ariaChecked","ariaColCount","ariaColIndex","ariaColSpan","ariaCurrent","ariaDisabled","ariaExpanded","ariaHasPopup","ariaHidden","ariaInvalid","ariaKeyShortcuts","ariaLabel","ariaLevel","ariaLive","ariaModal","ariaMultiLine","ariaMultiSelectable","ariaOrientation","ariaPlaceholder","ariaPosInSet","ariaPressed","ariaReadOnly","ariaRequired","ariaRoleDescription","ariaRowCount","ariaRowIndex","ariaRowSpan","ariaSelected","ariaSetSize","ariaSort","ariaValueMax","ariaValueMin","ariaValueNow","ariaValueText"],qy=ll.map(cl);function Hn(i){return qy.includes(i)}function cl(i){return i.replace("aria","aria-").replace(/Elements?/g,"").toLowerCase()}var Vn=Symbol("privateIgnoreAttributeChangesFor");function Vt(i){var t;if(!1)return i;class e extends i{constructor(){super(...arguments),this[t]=new Set}attributeChangedCallback(r,n,s){if(!Hn(r)){super.attributeChangedCallback(r,n,s);return}if(this[Vn].has(r))return;this[Vn].add(r),this.removeAttribute(r),this[Vn].delete(r);let a=pl(r);s===null?delete this.dataset[a]:this.dataset[a]=s,this.requestUpdate(pl(r),n)}getAttribute(r){return Hn(r)?super.getAttribute(dl(r)):super.getAttribute(r)}removeAttribute(r){super.removeAttribute(r),Hn(r)&&(super.removeAttribute(dl(r)),this.requestUpdate())}}return t=Vn,Wy(e),e}function Wy(i){for(let t of ll){let e=cl(t),o=dl(e),r=pl(e);i.createProperty(t,{attribute:e,noAccessor:!0}),i.createProperty(Symbol(o),{attribute:o,noAccessor:!0}),Object.defineProperty(i.prototype,t,{configurable:!0,enumerable:!0,get(){return this.dataset[r]??null},set(n){let s=this.dataset[r]??null;n!==s&&(n===null?delete this.dataset[r]:this.dataset[r]=n,this.requestUpdate(t,s))}})}}function dl(i){return`data-${i}`}function pl(i){return i.replace(/-\w/,t=>t[1].toUpperCase())}function So(i){let t=new MouseEvent("click",{bubbles:!0});return i.dispatchEvent(t),t}function $o(i){return i.currentTarget!==i.target||i.composedPath()[0]!==i.target||i.target.disabled?!1:!Ky(i)}function Ky(i){let t=ul;return t&&(i.preventDefault(),i.stopImmediatePropagation()),Gy(),t}var ul=!1;async function Gy(){ul=!0,await null,ul=!1}var It=Symbol("internals"),hl=Symbol("privateInternals");function ie(i){class t extends i{get[It](){return this[hl]||(this[hl]=this.attachInternals()),this[hl]}}return t}var de=Symbol("getFormValue"),To=Symbol("getFormState");function oe(i){class t extends i{get form(){return this[It].form}get labels(){return this[It].labels}get name(){return this.getAttribute("name")??""}set name(o){this.setAttribute("name",o)}get disabled(){return this.hasAttribute("disabled")}set disabled(o){this.toggleAttribute("disabled",!!o)}attributeChangedCallback(o,r,n){if(o==="name"||o==="disabled"){let s=o==="disabled"?r!==null:r;this.requestUpdate(o,s);return}super.attributeChangedCallback(o,r,n)}requestUpdate(o,r,n){super.requestUpdate(o,r,n),this[It].setFormValue(this[de](),this[To]())}[de](){return this.getAttribute("value")}[To](){return this[de]()}formDisabledCallback(o){this.disabled=o}}return t.formAssociated=!0,f([h({noAccessor:!0})],t.prototype,"name",null),f([h({type:Boolean,noAccessor:!0})],t.prototype,"disabled",null),t}var Nu=Symbol("dispatchHooks");function Io(i,t){let e=i[Nu];if(!e)throw new Error(`'${i.type}' event needs setupDispatchHooks().`);e.addEventListener("after",t,{once:!0})}var zu=new WeakMap;function Oo(i,...t){let e=zu.get(i);e||(e=new Set,zu.set(i,e));for(let o of t)e.has(o)||(i.addEventListener(o,r=>{let n=new EventTarget;r[Nu]=n;let s=new AbortController,a=()=>{s.abort(),n.dispatchEvent(new Event("after"))},l=p=>function(){p.call(this),a()};r.stopPropagation=l(r.stopPropagation),r.stopImmediatePropagation=l(r.stopImmediatePropagation);let c=r.composedPath(),d;r.composed&&r.bubbles?d=c[c.length-1]:r.bubbles?d=c[0].getRootNode():d=c[0],d.addEventListener(o,()=>{a()},{once:!0,signal:s.signal})},{capture:!0}),e.add(o))}function jn(i){class t extends i{get name(){return this.getAttribute("name")??""}set name(o){this.setAttribute("name",o)}constructor(...o){super(...o),this.type="submit",this.value="",!!1&&(Oo(this,"click"),this.addEventListener("click",async r=>{let n=this.type==="reset",s=this.type==="submit",a=this[It],{form:l}=a;!l||!(s||n)||Io(r,()=>{if(!r.defaultPrevented){if(n){l.reset();return}l.addEventListener("submit",c=>{Object.defineProperty(c,"submitter",{configurable:!0,enumerable:!0,get:()=>this})},{capture:!0,once:!0}),a.setFormValue(this.value),l.requestSubmit()}})}))}}return f([h()],t.prototype,"type",void 0),f([h({reflect:!0})],t.prototype,"value",void 0),t}var Yy=Vt(jn(oe(ie(T)))),zt=class extends Yy{constructor(){super(),this.softDisabled=!1,this.href="",this.download="",this.target="",this.trailingIcon=!1,this.hasIcon=!1,this.addEventListener("click",this.handleClick.bind(this))}focus(){this.buttonElement?.focus()}blur(){this.buttonElement?.blur()}render(){let t=this.disabled||this.softDisabled,e=this.href?this.renderLink():this.renderButton(),o=this.href?"link":"button";return y`
      ${this.renderElevationOrOutline?.()}
      <div class="background"></div>
      <md-focus-ring part="focus-ring" for=${o}></md-focus-ring>
      <md-ripple
        part="ripple"
        for=${o}
        ?disabled="${t}"></md-ripple>
      ${e}
    `}renderButton(){let{ariaLabel:t,ariaHasPopup:e,ariaExpanded:o}=this;return y`<button
      id="button"
      class="button"
      ?disabled=${this.disabled}
      aria-disabled=${this.softDisabled||C}
      aria-label="${t||C}"
      aria-haspopup="${e||C}"
      aria-expanded="${o||C}">
      ${this.renderContent()}
    </button>`}renderLink(){let{ariaLabel:t,ariaHasPopup:e,ariaExpanded:o}=this;return y`<a
      id="link"
      class="button"
      aria-label="${t||C}"
      aria-haspopup="${e||C}"
      aria-expanded="${o||C}"
      aria-disabled=${this.disabled||this.softDisabled||C}
      tabindex="${this.disabled&&!this.softDisabled?-1:C}"
      href=${this.href}
      download=${this.download||C}
      target=${this.target||C}
      >${this.renderContent()}
    </a>`}renderContent(){let t=y`<slot
      name="icon"
      @slotchange="${this.handleSlotChange}"></slot>`;return y`
      <span class="touch"></span>
      ${this.trailingIcon?C:t}
      <span class="label"><slot></slot></span>
      ${this.trailingIcon?t:C}
    `}handleClick(t){if(this.softDisabled||this.disabled&&this.href){t.stopImmediatePropagation(),t.preventDefault();return}!$o(t)||!this.buttonElement||(this.focus(),So(this.buttonElement))}handleSlotChange(){this.hasIcon=this.assignedIcons.length>0}};zt.shadowRootOptions={mode:"open",delegatesFocus:!0};f([h({type:Boolean,attribute:"soft-disabled",reflect:!0})],zt.prototype,"softDisabled",void 0);f([h()],zt.prototype,"href",void 0);f([h()],zt.prototype,"download",void 0);f([h()],zt.prototype,"target",void 0);f([h({type:Boolean,attribute:"trailing-icon",reflect:!0})],zt.prototype,"trailingIcon",void 0);f([h({type:Boolean,attribute:"has-icon",reflect:!0})],zt.prototype,"hasIcon",void 0);f([z(".button")],zt.prototype,"buttonElement",void 0);f([Ht({slot:"icon",flatten:!0})],zt.prototype,"assignedIcons",void 0);var Un=class extends zt{renderElevationOrOutline(){return y`<md-elevation part="elevation"></md-elevation>`}};var ml=_`:host{--_container-color: var(--md-filled-button-container-color, var(--md-sys-color-primary, #6750a4));--_container-elevation: var(--md-filled-button-container-elevation, 0);--_container-height: var(--md-filled-button-container-height, 40px);--_container-shadow-color: var(--md-filled-button-container-shadow-color, var(--md-sys-color-shadow, #000));--_disabled-container-color: var(--md-filled-button-disabled-container-color, var(--md-sys-color-on-surface, #1d1b20));--_disabled-container-elevation: var(--md-filled-button-disabled-container-elevation, 0);--_disabled-container-opacity: var(--md-filled-button-disabled-container-opacity, 0.12);--_disabled-label-text-color: var(--md-filled-button-disabled-label-text-color, var(--md-sys-color-on-surface, #1d1b20));--_disabled-label-text-opacity: var(--md-filled-button-disabled-label-text-opacity, 0.38);--_focus-container-elevation: var(--md-filled-button-focus-container-elevation, 0);--_focus-label-text-color: var(--md-filled-button-focus-label-text-color, var(--md-sys-color-on-primary, #fff));--_hover-container-elevation: var(--md-filled-button-hover-container-elevation, 1);--_hover-label-text-color: var(--md-filled-button-hover-label-text-color, var(--md-sys-color-on-primary, #fff));--_hover-state-layer-color: var(--md-filled-button-hover-state-layer-color, var(--md-sys-color-on-primary, #fff));--_hover-state-layer-opacity: var(--md-filled-button-hover-state-layer-opacity, 0.08);--_label-text-color: var(--md-filled-button-label-text-color, var(--md-sys-color-on-primary, #fff));--_label-text-font: var(--md-filled-button-label-text-font, var(--md-sys-typescale-label-large-font, var(--md-ref-typeface-plain, Roboto)));--_label-text-line-height: var(--md-filled-button-label-text-line-height, var(--md-sys-typescale-label-large-line-height, 1.25rem));--_label-text-size: var(--md-filled-button-label-text-size, var(--md-sys-typescale-label-large-size, 0.875rem));--_label-text-weight: var(--md-filled-button-label-text-weight, var(--md-sys-typescale-label-large-weight, var(--md-ref-typeface-weight-medium, 500)));--_pressed-container-elevation: var(--md-filled-button-pressed-container-elevation, 0);--_pressed-label-text-color: var(--md-filled-button-pressed-label-text-color, var(--md-sys-color-on-primary, #fff));--_pressed-state-layer-color: var(--md-filled-button-pressed-state-layer-color, var(--md-sys-color-on-primary, #fff));--_pressed-state-layer-opacity: var(--md-filled-button-pressed-state-layer-opacity, 0.12);--_disabled-icon-color: var(--md-filled-button-disabled-icon-color, var(--md-sys-color-on-surface, #1d1b20));--_disabled-icon-opacity: var(--md-filled-button-disabled-icon-opacity, 0.38);--_focus-icon-color: var(--md-filled-button-focus-icon-color, var(--md-sys-color-on-primary, #fff));--_hover-icon-color: var(--md-filled-button-hover-icon-color, var(--md-sys-color-on-primary, #fff));--_icon-color: var(--md-filled-button-icon-color, var(--md-sys-color-on-primary, #fff));--_icon-size: var(--md-filled-button-icon-size, 18px);--_pressed-icon-color: var(--md-filled-button-pressed-icon-color, var(--md-sys-color-on-primary, #fff));--_container-shape-start-start: var(--md-filled-button-container-shape-start-start, var(--md-filled-button-container-shape, var(--md-sys-shape-corner-full, 9999px)));--_container-shape-start-end: var(--md-filled-button-container-shape-start-end, var(--md-filled-button-container-shape, var(--md-sys-shape-corner-full, 9999px)));--_container-shape-end-end: var(--md-filled-button-container-shape-end-end, var(--md-filled-button-container-shape, var(--md-sys-shape-corner-full, 9999px)));--_container-shape-end-start: var(--md-filled-button-container-shape-end-start, var(--md-filled-button-container-shape, var(--md-sys-shape-corner-full, 9999px)));--_leading-space: var(--md-filled-button-leading-space, 24px);--_trailing-space: var(--md-filled-button-trailing-space, 24px);--_with-leading-icon-leading-space: var(--md-filled-button-with-leading-icon-leading-space, 16px);--_with-leading-icon-trailing-space: var(--md-filled-button-with-leading-icon-trailing-space, 24px);--_with-trailing-icon-leading-space: var(--md-filled-button-with-trailing-icon-leading-space, 24px);--_with-trailing-icon-trailing-space: var(--md-filled-button-with-trailing-icon-trailing-space, 16px)}
`,xC=ml.styleSheet;var fl=_`md-elevation{transition-duration:280ms}:host(:is([disabled],[soft-disabled])) md-elevation{transition:none}md-elevation{--md-elevation-level: var(--_container-elevation);--md-elevation-shadow-color: var(--_container-shadow-color)}:host(:focus-within) md-elevation{--md-elevation-level: var(--_focus-container-elevation)}:host(:hover) md-elevation{--md-elevation-level: var(--_hover-container-elevation)}:host(:active) md-elevation{--md-elevation-level: var(--_pressed-container-elevation)}:host(:is([disabled],[soft-disabled])) md-elevation{--md-elevation-level: var(--_disabled-container-elevation)}
`,kC=fl.styleSheet;var $r=_`:host{border-start-start-radius:var(--_container-shape-start-start);border-start-end-radius:var(--_container-shape-start-end);border-end-start-radius:var(--_container-shape-end-start);border-end-end-radius:var(--_container-shape-end-end);box-sizing:border-box;cursor:pointer;display:inline-flex;gap:8px;min-height:var(--_container-height);outline:none;padding-block:calc((var(--_container-height) - max(var(--_label-text-line-height),var(--_icon-size)))/2);padding-inline-start:var(--_leading-space);padding-inline-end:var(--_trailing-space);place-content:center;place-items:center;position:relative;font-family:var(--_label-text-font);font-size:var(--_label-text-size);line-height:var(--_label-text-line-height);font-weight:var(--_label-text-weight);text-overflow:ellipsis;text-wrap:nowrap;user-select:none;-webkit-tap-highlight-color:rgba(0,0,0,0);vertical-align:top;--md-ripple-hover-color: var(--_hover-state-layer-color);--md-ripple-pressed-color: var(--_pressed-state-layer-color);--md-ripple-hover-opacity: var(--_hover-state-layer-opacity);--md-ripple-pressed-opacity: var(--_pressed-state-layer-opacity)}md-focus-ring{--md-focus-ring-shape-start-start: var(--_container-shape-start-start);--md-focus-ring-shape-start-end: var(--_container-shape-start-end);--md-focus-ring-shape-end-end: var(--_container-shape-end-end);--md-focus-ring-shape-end-start: var(--_container-shape-end-start)}:host(:is([disabled],[soft-disabled])){cursor:default;pointer-events:none}.button{border-radius:inherit;cursor:inherit;display:inline-flex;align-items:center;justify-content:center;border:none;outline:none;-webkit-appearance:none;vertical-align:middle;background:rgba(0,0,0,0);text-decoration:none;min-width:calc(64px - var(--_leading-space) - var(--_trailing-space));width:100%;z-index:0;height:100%;font:inherit;color:var(--_label-text-color);padding:0;gap:inherit;text-transform:inherit}.button::-moz-focus-inner{padding:0;border:0}:host(:hover) .button{color:var(--_hover-label-text-color)}:host(:focus-within) .button{color:var(--_focus-label-text-color)}:host(:active) .button{color:var(--_pressed-label-text-color)}.background{background:var(--_container-color);border-radius:inherit;inset:0;position:absolute}.label{overflow:hidden}:is(.button,.label,.label slot),.label ::slotted(*){text-overflow:inherit}:host(:is([disabled],[soft-disabled])) .label{color:var(--_disabled-label-text-color);opacity:var(--_disabled-label-text-opacity)}:host(:is([disabled],[soft-disabled])) .background{background:var(--_disabled-container-color);opacity:var(--_disabled-container-opacity)}@media(forced-colors: active){.background{border:1px solid CanvasText}:host(:is([disabled],[soft-disabled])){--_disabled-icon-color: GrayText;--_disabled-icon-opacity: 1;--_disabled-container-opacity: 1;--_disabled-label-text-color: GrayText;--_disabled-label-text-opacity: 1}}:host([has-icon]:not([trailing-icon])){padding-inline-start:var(--_with-leading-icon-leading-space);padding-inline-end:var(--_with-leading-icon-trailing-space)}:host([has-icon][trailing-icon]){padding-inline-start:var(--_with-trailing-icon-leading-space);padding-inline-end:var(--_with-trailing-icon-trailing-space)}::slotted([slot=icon]){display:inline-flex;position:relative;writing-mode:horizontal-tb;fill:currentColor;flex-shrink:0;color:var(--_icon-color);font-size:var(--_icon-size);inline-size:var(--_icon-size);block-size:var(--_icon-size)}:host(:hover) ::slotted([slot=icon]){color:var(--_hover-icon-color)}:host(:focus-within) ::slotted([slot=icon]){color:var(--_focus-icon-color)}:host(:active) ::slotted([slot=icon]){color:var(--_pressed-icon-color)}:host(:is([disabled],[soft-disabled])) ::slotted([slot=icon]){color:var(--_disabled-icon-color);opacity:var(--_disabled-icon-opacity)}.touch{position:absolute;top:50%;height:max(48px,100%);left:0;right:0;transform:translateY(-50%)}:host([touch-target=wrapper]){margin:max(0px,(48px - var(--_container-height))/2) 0}:host([touch-target=none]) .touch{display:none}
`,AC=$r.styleSheet;var vl=class extends Un{};vl.styles=[$r,fl,ml];vl=f([J("md-filled-button")],vl);var qn=class extends zt{};var gl=_`:host{--_container-height: var(--md-text-button-container-height, 40px);--_disabled-label-text-color: var(--md-text-button-disabled-label-text-color, var(--md-sys-color-on-surface, #1d1b20));--_disabled-label-text-opacity: var(--md-text-button-disabled-label-text-opacity, 0.38);--_focus-label-text-color: var(--md-text-button-focus-label-text-color, var(--md-sys-color-primary, #6750a4));--_hover-label-text-color: var(--md-text-button-hover-label-text-color, var(--md-sys-color-primary, #6750a4));--_hover-state-layer-color: var(--md-text-button-hover-state-layer-color, var(--md-sys-color-primary, #6750a4));--_hover-state-layer-opacity: var(--md-text-button-hover-state-layer-opacity, 0.08);--_label-text-color: var(--md-text-button-label-text-color, var(--md-sys-color-primary, #6750a4));--_label-text-font: var(--md-text-button-label-text-font, var(--md-sys-typescale-label-large-font, var(--md-ref-typeface-plain, Roboto)));--_label-text-line-height: var(--md-text-button-label-text-line-height, var(--md-sys-typescale-label-large-line-height, 1.25rem));--_label-text-size: var(--md-text-button-label-text-size, var(--md-sys-typescale-label-large-size, 0.875rem));--_label-text-weight: var(--md-text-button-label-text-weight, var(--md-sys-typescale-label-large-weight, var(--md-ref-typeface-weight-medium, 500)));--_pressed-label-text-color: var(--md-text-button-pressed-label-text-color, var(--md-sys-color-primary, #6750a4));--_pressed-state-layer-color: var(--md-text-button-pressed-state-layer-color, var(--md-sys-color-primary, #6750a4));--_pressed-state-layer-opacity: var(--md-text-button-pressed-state-layer-opacity, 0.12);--_disabled-icon-color: var(--md-text-button-disabled-icon-color, var(--md-sys-color-on-surface, #1d1b20));--_disabled-icon-opacity: var(--md-text-button-disabled-icon-opacity, 0.38);--_focus-icon-color: var(--md-text-button-focus-icon-color, var(--md-sys-color-primary, #6750a4));--_hover-icon-color: var(--md-text-button-hover-icon-color, var(--md-sys-color-primary, #6750a4));--_icon-color: var(--md-text-button-icon-color, var(--md-sys-color-primary, #6750a4));--_icon-size: var(--md-text-button-icon-size, 18px);--_pressed-icon-color: var(--md-text-button-pressed-icon-color, var(--md-sys-color-primary, #6750a4));--_container-shape-start-start: var(--md-text-button-container-shape-start-start, var(--md-text-button-container-shape, var(--md-sys-shape-corner-full, 9999px)));--_container-shape-start-end: var(--md-text-button-container-shape-start-end, var(--md-text-button-container-shape, var(--md-sys-shape-corner-full, 9999px)));--_container-shape-end-end: var(--md-text-button-container-shape-end-end, var(--md-text-button-container-shape, var(--md-sys-shape-corner-full, 9999px)));--_container-shape-end-start: var(--md-text-button-container-shape-end-start, var(--md-text-button-container-shape, var(--md-sys-shape-corner-full, 9999px)));--_leading-space: var(--md-text-button-leading-space, 12px);--_trailing-space: var(--md-text-button-trailing-space, 12px);--_with-leading-icon-leading-space: var(--md-text-button-with-leading-icon-leading-space, 12px);--_with-leading-icon-trailing-space: var(--md-text-button-with-leading-icon-trailing-space, 16px);--_with-trailing-icon-leading-space: var(--md-text-button-with-trailing-icon-leading-space, 16px);--_with-trailing-icon-trailing-space: var(--md-text-button-with-trailing-icon-trailing-space, 12px);--_container-color: none;--_disabled-container-color: none;--_disabled-container-opacity: 0}
`,BC=gl.styleSheet;var bl=class extends qn{};bl.styles=[$r,gl];bl=f([J("md-text-button")],bl);var Bu=Symbol.for(""),Xy=i=>{if(i?.r===Bu)return i?._$litStatic$};var Nt=(i,...t)=>({_$litStatic$:t.reduce((e,o,r)=>e+(n=>{if(n._$litStatic$!==void 0)return n._$litStatic$;throw Error(`Value passed to 'literal' function must be a 'literal' result: ${n}. Use 'unsafeStatic' to pass non-literal values, but
            take care to ensure page security.`)})(o)+i[r+1],i[0]),r:Bu}),Du=new Map,yl=i=>(t,...e)=>{let o=e.length,r,n,s=[],a=[],l,c=0,d=!1;for(;c<o;){for(l=t[c];c<o&&(n=e[c],(r=Xy(n))!==void 0);)l+=r+t[++c],d=!0;c!==o&&a.push(n),s.push(l),c++}if(c===o&&s.push(t[o]),d){let p=s.join("$$lit$$");(t=Du.get(p))===void 0&&(s.raw=s,Du.set(p,t=s)),e=a}return i(t,...e)},re=yl(y),YC=yl(Au),XC=yl(Su);function xl(i,t=!0){return t&&getComputedStyle(i).getPropertyValue("direction").trim()==="rtl"}var Zy=Vt(jn(oe(ie(T)))),jt=class extends Zy{constructor(){super(),this.softDisabled=!1,this.flipIconInRtl=!1,this.href="",this.download="",this.target="",this.ariaLabelSelected="",this.toggle=!1,this.selected=!1,this.flipIcon=xl(this,this.flipIconInRtl),!!1&&(Oo(this,"click"),this.addEventListener("click",t=>{if(this.softDisabled||this.disabled&&this.href){t.stopImmediatePropagation(),t.preventDefault();return}let e=this.selected;Io(t,()=>{!this.toggle||this.disabled||t.defaultPrevented||(this.selected=!e,this.dispatchEvent(new InputEvent("input",{bubbles:!0,composed:!0})),this.dispatchEvent(new Event("change",{bubbles:!0})))})}))}willUpdate(){this.href&&(this.disabled=!1,this.softDisabled=!1)}render(){let t=this.href?Nt`div`:Nt`button`,{ariaLabel:e,ariaHasPopup:o,ariaExpanded:r}=this,n=e&&this.ariaLabelSelected,s=this.toggle?this.selected:C,a=C;return this.href||(a=n&&this.selected?this.ariaLabelSelected:e),re`<${t}
        class="icon-button ${N(this.getRenderClasses())}"
        id="button"
        aria-label="${a||C}"
        aria-haspopup="${!this.href&&o||C}"
        aria-expanded="${!this.href&&r||C}"
        aria-pressed="${s}"
        aria-disabled=${!this.href&&this.softDisabled||C}
        ?disabled="${!this.href&&this.disabled}">
        ${this.renderFocusRing()}
        ${this.renderRipple()}
        ${this.selected?C:this.renderIcon()}
        ${this.selected?this.renderSelectedIcon():C}
        ${this.href?this.renderLink():this.renderTouchTarget()}
  </${t}>`}renderLink(){let{ariaLabel:t}=this;return y`
      <a
        class="link"
        id="link"
        href="${this.href}"
        download="${this.download||C}"
        target="${this.target||C}"
        aria-label="${t||C}">
        ${this.renderTouchTarget()}
      </a>
    `}getRenderClasses(){return{"flip-icon":this.flipIcon,selected:this.toggle&&this.selected}}renderIcon(){return y`<span class="icon"><slot></slot></span>`}renderSelectedIcon(){return y`<span class="icon icon--selected"
      ><slot name="selected"><slot></slot></slot
    ></span>`}renderTouchTarget(){return y`<span class="touch"></span>`}renderFocusRing(){return y`<md-focus-ring
      part="focus-ring"
      for=${this.href?"link":"button"}></md-focus-ring>`}renderRipple(){let t=!this.href&&(this.disabled||this.softDisabled);return y`<md-ripple
      for=${this.href?"link":C}
      ?disabled="${t}"></md-ripple>`}connectedCallback(){this.flipIcon=xl(this,this.flipIconInRtl),super.connectedCallback()}};jt.shadowRootOptions={mode:"open",delegatesFocus:!0};f([h({type:Boolean,attribute:"soft-disabled",reflect:!0})],jt.prototype,"softDisabled",void 0);f([h({type:Boolean,attribute:"flip-icon-in-rtl"})],jt.prototype,"flipIconInRtl",void 0);f([h()],jt.prototype,"href",void 0);f([h()],jt.prototype,"download",void 0);f([h()],jt.prototype,"target",void 0);f([h({attribute:"aria-label-selected"})],jt.prototype,"ariaLabelSelected",void 0);f([h({type:Boolean})],jt.prototype,"toggle",void 0);f([h({type:Boolean,reflect:!0})],jt.prototype,"selected",void 0);f([M()],jt.prototype,"flipIcon",void 0);var _l=_`:host{display:inline-flex;outline:none;-webkit-tap-highlight-color:rgba(0,0,0,0);height:var(--_container-height);width:var(--_container-width);justify-content:center}:host([touch-target=wrapper]){margin:max(0px,(48px - var(--_container-height))/2) max(0px,(48px - var(--_container-width))/2)}md-focus-ring{--md-focus-ring-shape-start-start: var(--_container-shape-start-start);--md-focus-ring-shape-start-end: var(--_container-shape-start-end);--md-focus-ring-shape-end-end: var(--_container-shape-end-end);--md-focus-ring-shape-end-start: var(--_container-shape-end-start)}:host(:is([disabled],[soft-disabled])){pointer-events:none}.icon-button{place-items:center;background:none;border:none;box-sizing:border-box;cursor:pointer;display:flex;place-content:center;outline:none;padding:0;position:relative;text-decoration:none;user-select:none;z-index:0;flex:1;border-start-start-radius:var(--_container-shape-start-start);border-start-end-radius:var(--_container-shape-start-end);border-end-start-radius:var(--_container-shape-end-start);border-end-end-radius:var(--_container-shape-end-end)}.icon ::slotted(*){font-size:var(--_icon-size);height:var(--_icon-size);width:var(--_icon-size);font-weight:inherit}md-ripple{z-index:-1;border-start-start-radius:var(--_container-shape-start-start);border-start-end-radius:var(--_container-shape-start-end);border-end-start-radius:var(--_container-shape-end-start);border-end-end-radius:var(--_container-shape-end-end)}.flip-icon .icon{transform:scaleX(-1)}.icon{display:inline-flex}.link{display:grid;height:100%;outline:none;place-items:center;position:absolute;width:100%}.touch{position:absolute;height:max(48px,100%);width:max(48px,100%)}:host([touch-target=none]) .touch{display:none}@media(forced-colors: active){:host(:is([disabled],[soft-disabled])){--_disabled-icon-color: GrayText;--_disabled-icon-opacity: 1}}
`,v2=_l.styleSheet;var wl=_`:host{--_disabled-icon-color: var(--md-icon-button-disabled-icon-color, var(--md-sys-color-on-surface, #1d1b20));--_disabled-icon-opacity: var(--md-icon-button-disabled-icon-opacity, 0.38);--_icon-size: var(--md-icon-button-icon-size, 24px);--_selected-focus-icon-color: var(--md-icon-button-selected-focus-icon-color, var(--md-sys-color-primary, #6750a4));--_selected-hover-icon-color: var(--md-icon-button-selected-hover-icon-color, var(--md-sys-color-primary, #6750a4));--_selected-hover-state-layer-color: var(--md-icon-button-selected-hover-state-layer-color, var(--md-sys-color-primary, #6750a4));--_selected-hover-state-layer-opacity: var(--md-icon-button-selected-hover-state-layer-opacity, 0.08);--_selected-icon-color: var(--md-icon-button-selected-icon-color, var(--md-sys-color-primary, #6750a4));--_selected-pressed-icon-color: var(--md-icon-button-selected-pressed-icon-color, var(--md-sys-color-primary, #6750a4));--_selected-pressed-state-layer-color: var(--md-icon-button-selected-pressed-state-layer-color, var(--md-sys-color-primary, #6750a4));--_selected-pressed-state-layer-opacity: var(--md-icon-button-selected-pressed-state-layer-opacity, 0.12);--_state-layer-height: var(--md-icon-button-state-layer-height, 40px);--_state-layer-shape: var(--md-icon-button-state-layer-shape, var(--md-sys-shape-corner-full, 9999px));--_state-layer-width: var(--md-icon-button-state-layer-width, 40px);--_focus-icon-color: var(--md-icon-button-focus-icon-color, var(--md-sys-color-on-surface-variant, #49454f));--_hover-icon-color: var(--md-icon-button-hover-icon-color, var(--md-sys-color-on-surface-variant, #49454f));--_hover-state-layer-color: var(--md-icon-button-hover-state-layer-color, var(--md-sys-color-on-surface-variant, #49454f));--_hover-state-layer-opacity: var(--md-icon-button-hover-state-layer-opacity, 0.08);--_icon-color: var(--md-icon-button-icon-color, var(--md-sys-color-on-surface-variant, #49454f));--_pressed-icon-color: var(--md-icon-button-pressed-icon-color, var(--md-sys-color-on-surface-variant, #49454f));--_pressed-state-layer-color: var(--md-icon-button-pressed-state-layer-color, var(--md-sys-color-on-surface-variant, #49454f));--_pressed-state-layer-opacity: var(--md-icon-button-pressed-state-layer-opacity, 0.12);--_container-shape-start-start: 0;--_container-shape-start-end: 0;--_container-shape-end-end: 0;--_container-shape-end-start: 0;--_container-height: 0;--_container-width: 0;height:var(--_state-layer-height);width:var(--_state-layer-width)}:host([touch-target=wrapper]){margin:max(0px,(48px - var(--_state-layer-height))/2) max(0px,(48px - var(--_state-layer-width))/2)}md-focus-ring{--md-focus-ring-shape-start-start: var(--_state-layer-shape);--md-focus-ring-shape-start-end: var(--_state-layer-shape);--md-focus-ring-shape-end-end: var(--_state-layer-shape);--md-focus-ring-shape-end-start: var(--_state-layer-shape)}.standard{background-color:rgba(0,0,0,0);color:var(--_icon-color);--md-ripple-hover-color: var(--_hover-state-layer-color);--md-ripple-hover-opacity: var(--_hover-state-layer-opacity);--md-ripple-pressed-color: var(--_pressed-state-layer-color);--md-ripple-pressed-opacity: var(--_pressed-state-layer-opacity)}.standard:hover{color:var(--_hover-icon-color)}.standard:focus{color:var(--_focus-icon-color)}.standard:active{color:var(--_pressed-icon-color)}.standard:is(:disabled,[aria-disabled=true]){color:var(--_disabled-icon-color)}md-ripple{border-radius:var(--_state-layer-shape)}.standard:is(:disabled,[aria-disabled=true]){opacity:var(--_disabled-icon-opacity)}.selected:not(:disabled,[aria-disabled=true]){color:var(--_selected-icon-color)}.selected:not(:disabled,[aria-disabled=true]):hover{color:var(--_selected-hover-icon-color)}.selected:not(:disabled,[aria-disabled=true]):focus{color:var(--_selected-focus-icon-color)}.selected:not(:disabled,[aria-disabled=true]):active{color:var(--_selected-pressed-icon-color)}.selected{--md-ripple-hover-color: var(--_selected-hover-state-layer-color);--md-ripple-hover-opacity: var(--_selected-hover-state-layer-opacity);--md-ripple-pressed-color: var(--_selected-pressed-state-layer-color);--md-ripple-pressed-opacity: var(--_selected-pressed-state-layer-opacity)}
`,y2=wl.styleSheet;var kl=class extends jt{getRenderClasses(){return{...super.getRenderClasses(),standard:!0}}};kl.styles=[_l,wl];kl=f([J("md-icon-button")],kl);function pi(i,t){t.bubbles&&(!i.shadowRoot||t.composed)&&t.stopPropagation();let e=Reflect.construct(t.constructor,[t.type,t]),o=i.dispatchEvent(e);return o||t.preventDefault(),o}var ke=Symbol("createValidator"),Ce=Symbol("getValidityAnchor"),Cl=Symbol("privateValidator"),je=Symbol("privateSyncValidity"),Wn=Symbol("privateCustomValidationMessage");function ui(i){var t;class e extends i{constructor(){super(...arguments),this[t]=""}get validity(){return this[je](),this[It].validity}get validationMessage(){return this[je](),this[It].validationMessage}get willValidate(){return this[je](),this[It].willValidate}checkValidity(){return this[je](),this[It].checkValidity()}reportValidity(){return this[je](),this[It].reportValidity()}setCustomValidity(r){this[Wn]=r,this[je]()}requestUpdate(r,n,s){super.requestUpdate(r,n,s),this[je]()}firstUpdated(r){super.firstUpdated(r),this[je]()}[(t=Wn,je)](){if(!1)return;this[Cl]||(this[Cl]=this[ke]());let{validity:r,validationMessage:n}=this[Cl].getValidity(),s=!!this[Wn],a=this[Wn]||n;this[It].setValidity({...r,customError:s},a,this[Ce]()??void 0)}[ke](){throw new Error("Implement [createValidator]")}[Ce](){throw new Error("Implement [getValidityAnchor]")}}return e}var hi=class{constructor(t){this.getCurrentState=t,this.currentValidity={validity:{},validationMessage:""}}getValidity(){let t=this.getCurrentState();if(!(!this.prevState||!this.equals(this.prevState,t)))return this.currentValidity;let{validity:o,validationMessage:r}=this.computeValidity(t);return this.prevState=this.copy(t),this.currentValidity={validationMessage:r,validity:{badInput:o.badInput,customError:o.customError,patternMismatch:o.patternMismatch,rangeOverflow:o.rangeOverflow,rangeUnderflow:o.rangeUnderflow,stepMismatch:o.stepMismatch,tooLong:o.tooLong,tooShort:o.tooShort,typeMismatch:o.typeMismatch,valueMissing:o.valueMissing}},this.currentValidity}};var Lo=class extends hi{computeValidity(t){return this.checkboxControl||(this.checkboxControl=document.createElement("input"),this.checkboxControl.type="checkbox"),this.checkboxControl.checked=t.checked,this.checkboxControl.required=t.required,{validity:this.checkboxControl.validity,validationMessage:this.checkboxControl.validationMessage}}equals(t,e){return t.checked===e.checked&&t.required===e.required}copy({checked:t,required:e}){return{checked:t,required:e}}};var Jy=Vt(ui(oe(ie(T)))),Zt=class extends Jy{constructor(){super(),this.checked=!1,this.indeterminate=!1,this.required=!1,this.value="on",this.prevChecked=!1,this.prevDisabled=!1,this.prevIndeterminate=!1,this.addEventListener("click",t=>{!$o(t)||!this.input||(this.focus(),So(this.input))})}update(t){(t.has("checked")||t.has("disabled")||t.has("indeterminate"))&&(this.prevChecked=t.get("checked")??this.checked,this.prevDisabled=t.get("disabled")??this.disabled,this.prevIndeterminate=t.get("indeterminate")??this.indeterminate),super.update(t)}render(){let t=!this.prevChecked&&!this.prevIndeterminate,e=this.prevChecked&&!this.prevIndeterminate,o=this.prevIndeterminate,r=this.checked&&!this.indeterminate,n=this.indeterminate,s=N({disabled:this.disabled,selected:r||n,unselected:!r&&!n,checked:r,indeterminate:n,"prev-unselected":t,"prev-checked":e,"prev-indeterminate":o,"prev-disabled":this.prevDisabled}),{ariaLabel:a,ariaInvalid:l}=this;return y`
      <div class="container ${s}">
        <input
          type="checkbox"
          id="input"
          aria-checked=${n?"mixed":C}
          aria-label=${a||C}
          aria-invalid=${l||C}
          ?disabled=${this.disabled}
          ?required=${this.required}
          .indeterminate=${this.indeterminate}
          .checked=${this.checked}
          @input=${this.handleInput}
          @change=${this.handleChange} />

        <div class="outline"></div>
        <div class="background"></div>
        <md-focus-ring part="focus-ring" for="input"></md-focus-ring>
        <md-ripple for="input" ?disabled=${this.disabled}></md-ripple>
        <svg class="icon" viewBox="0 0 18 18" aria-hidden="true">
          <rect class="mark short" />
          <rect class="mark long" />
        </svg>
      </div>
    `}handleInput(t){let e=t.target;this.checked=e.checked,this.indeterminate=e.indeterminate}handleChange(t){pi(this,t)}[de](){return!this.checked||this.indeterminate?null:this.value}[To](){return String(this.checked)}formResetCallback(){this.checked=this.hasAttribute("checked")}formStateRestoreCallback(t){this.checked=t==="true"}[ke](){return new Lo(()=>this)}[Ce](){return this.input}};Zt.shadowRootOptions={...T.shadowRootOptions,delegatesFocus:!0};f([h({type:Boolean})],Zt.prototype,"checked",void 0);f([h({type:Boolean})],Zt.prototype,"indeterminate",void 0);f([h({type:Boolean})],Zt.prototype,"required",void 0);f([h()],Zt.prototype,"value",void 0);f([M()],Zt.prototype,"prevChecked",void 0);f([M()],Zt.prototype,"prevDisabled",void 0);f([M()],Zt.prototype,"prevIndeterminate",void 0);f([z("input")],Zt.prototype,"input",void 0);var El=_`:host{border-start-start-radius:var(--md-checkbox-container-shape-start-start, var(--md-checkbox-container-shape, 2px));border-start-end-radius:var(--md-checkbox-container-shape-start-end, var(--md-checkbox-container-shape, 2px));border-end-end-radius:var(--md-checkbox-container-shape-end-end, var(--md-checkbox-container-shape, 2px));border-end-start-radius:var(--md-checkbox-container-shape-end-start, var(--md-checkbox-container-shape, 2px));display:inline-flex;height:var(--md-checkbox-container-size, 18px);position:relative;vertical-align:top;width:var(--md-checkbox-container-size, 18px);-webkit-tap-highlight-color:rgba(0,0,0,0);cursor:pointer}:host([disabled]){cursor:default}:host([touch-target=wrapper]){margin:max(0px,(48px - var(--md-checkbox-container-size, 18px))/2)}md-focus-ring{height:44px;inset:unset;width:44px}input{appearance:none;height:48px;margin:0;opacity:0;outline:none;position:absolute;width:48px;z-index:1;cursor:inherit}:host([touch-target=none]) input{height:100%;width:100%}.container{border-radius:inherit;display:flex;height:100%;place-content:center;place-items:center;position:relative;width:100%}.outline,.background,.icon{inset:0;position:absolute}.outline,.background{border-radius:inherit}.outline{border-color:var(--md-checkbox-outline-color, var(--md-sys-color-on-surface-variant, #49454f));border-style:solid;border-width:var(--md-checkbox-outline-width, 2px);box-sizing:border-box}.background{background-color:var(--md-checkbox-selected-container-color, var(--md-sys-color-primary, #6750a4))}.background,.icon{opacity:0;transition-duration:150ms,50ms;transition-property:transform,opacity;transition-timing-function:cubic-bezier(0.3, 0, 0.8, 0.15),linear;transform:scale(0.6)}:where(.selected) :is(.background,.icon){opacity:1;transition-duration:350ms,50ms;transition-timing-function:cubic-bezier(0.05, 0.7, 0.1, 1),linear;transform:scale(1)}md-ripple{border-radius:var(--md-checkbox-state-layer-shape, var(--md-sys-shape-corner-full, 9999px));height:var(--md-checkbox-state-layer-size, 40px);inset:unset;width:var(--md-checkbox-state-layer-size, 40px);--md-ripple-hover-color: var(--md-checkbox-hover-state-layer-color, var(--md-sys-color-on-surface, #1d1b20));--md-ripple-hover-opacity: var(--md-checkbox-hover-state-layer-opacity, 0.08);--md-ripple-pressed-color: var(--md-checkbox-pressed-state-layer-color, var(--md-sys-color-primary, #6750a4));--md-ripple-pressed-opacity: var(--md-checkbox-pressed-state-layer-opacity, 0.12)}.selected md-ripple{--md-ripple-hover-color: var(--md-checkbox-selected-hover-state-layer-color, var(--md-sys-color-primary, #6750a4));--md-ripple-hover-opacity: var(--md-checkbox-selected-hover-state-layer-opacity, 0.08);--md-ripple-pressed-color: var(--md-checkbox-selected-pressed-state-layer-color, var(--md-sys-color-on-surface, #1d1b20));--md-ripple-pressed-opacity: var(--md-checkbox-selected-pressed-state-layer-opacity, 0.12)}.icon{fill:var(--md-checkbox-selected-icon-color, var(--md-sys-color-on-primary, #fff));height:var(--md-checkbox-icon-size, 18px);width:var(--md-checkbox-icon-size, 18px)}.mark.short{height:2px;transition-property:transform,height;width:2px}.mark.long{height:2px;transition-property:transform,width;width:10px}.mark{animation-duration:150ms;animation-timing-function:cubic-bezier(0.3, 0, 0.8, 0.15);transition-duration:150ms;transition-timing-function:cubic-bezier(0.3, 0, 0.8, 0.15)}.selected .mark{animation-duration:350ms;animation-timing-function:cubic-bezier(0.05, 0.7, 0.1, 1);transition-duration:350ms;transition-timing-function:cubic-bezier(0.05, 0.7, 0.1, 1)}.checked .mark,.prev-checked.unselected .mark{transform:scaleY(-1) translate(7px, -14px) rotate(45deg)}.checked .mark.short,.prev-checked.unselected .mark.short{height:5.6568542495px}.checked .mark.long,.prev-checked.unselected .mark.long{width:11.313708499px}.indeterminate .mark,.prev-indeterminate.unselected .mark{transform:scaleY(-1) translate(4px, -10px) rotate(0deg)}.prev-unselected .mark{transition-property:none}.prev-unselected.checked .mark.long{animation-name:prev-unselected-to-checked}@keyframes prev-unselected-to-checked{from{width:0}}:where(:hover) .outline{border-color:var(--md-checkbox-hover-outline-color, var(--md-sys-color-on-surface, #1d1b20));border-width:var(--md-checkbox-hover-outline-width, 2px)}:where(:hover) .background{background:var(--md-checkbox-selected-hover-container-color, var(--md-sys-color-primary, #6750a4))}:where(:hover) .icon{fill:var(--md-checkbox-selected-hover-icon-color, var(--md-sys-color-on-primary, #fff))}:where(:focus-within) .outline{border-color:var(--md-checkbox-focus-outline-color, var(--md-sys-color-on-surface, #1d1b20));border-width:var(--md-checkbox-focus-outline-width, 2px)}:where(:focus-within) .background{background:var(--md-checkbox-selected-focus-container-color, var(--md-sys-color-primary, #6750a4))}:where(:focus-within) .icon{fill:var(--md-checkbox-selected-focus-icon-color, var(--md-sys-color-on-primary, #fff))}:where(:active) .outline{border-color:var(--md-checkbox-pressed-outline-color, var(--md-sys-color-on-surface, #1d1b20));border-width:var(--md-checkbox-pressed-outline-width, 2px)}:where(:active) .background{background:var(--md-checkbox-selected-pressed-container-color, var(--md-sys-color-primary, #6750a4))}:where(:active) .icon{fill:var(--md-checkbox-selected-pressed-icon-color, var(--md-sys-color-on-primary, #fff))}:where(.disabled,.prev-disabled) :is(.background,.icon,.mark){animation-duration:0s;transition-duration:0s}:where(.disabled) .outline{border-color:var(--md-checkbox-disabled-outline-color, var(--md-sys-color-on-surface, #1d1b20));border-width:var(--md-checkbox-disabled-outline-width, 2px);opacity:var(--md-checkbox-disabled-container-opacity, 0.38)}:where(.selected.disabled) .outline{visibility:hidden}:where(.selected.disabled) .background{background:var(--md-checkbox-selected-disabled-container-color, var(--md-sys-color-on-surface, #1d1b20));opacity:var(--md-checkbox-selected-disabled-container-opacity, 0.38)}:where(.disabled) .icon{fill:var(--md-checkbox-selected-disabled-icon-color, var(--md-sys-color-surface, #fef7ff))}@media(forced-colors: active){.background{background-color:CanvasText}.selected.disabled .background{background-color:GrayText;opacity:1}.outline{border-color:CanvasText}.disabled .outline{border-color:GrayText;opacity:1}.icon{fill:Canvas}}
`,X2=El.styleSheet;var Al=class extends Zt{};Al.styles=[El];Al=f([J("md-checkbox")],Al);var Qy=Vt(ui(oe(ie(T)))),pe=class extends Qy{constructor(){super(),this.selected=!1,this.icons=!1,this.showOnlySelectedIcon=!1,this.required=!1,this.value="on",!!1&&(this.addEventListener("click",t=>{!$o(t)||!this.input||(this.focus(),So(this.input))}),Oo(this,"keydown"),this.addEventListener("keydown",t=>{Io(t,()=>{t.defaultPrevented||t.key!=="Enter"||this.disabled||!this.input||this.input.click()})}))}render(){return y`
      <div class="switch ${N(this.getRenderClasses())}">
        <input
          id="switch"
          class="touch"
          type="checkbox"
          role="switch"
          aria-label=${this.ariaLabel||C}
          ?checked=${this.selected}
          ?disabled=${this.disabled}
          ?required=${this.required}
          @input=${this.handleInput}
          @change=${this.handleChange} />

        <md-focus-ring part="focus-ring" for="switch"></md-focus-ring>
        <span class="track"> ${this.renderHandle()} </span>
      </div>
    `}getRenderClasses(){return{selected:this.selected,unselected:!this.selected,disabled:this.disabled}}renderHandle(){let t={"with-icon":this.showOnlySelectedIcon?this.selected:this.icons};return y`
      ${this.renderTouchTarget()}
      <span class="handle-container">
        <md-ripple for="switch" ?disabled="${this.disabled}"></md-ripple>
        <span class="handle ${N(t)}">
          ${this.shouldShowIcons()?this.renderIcons():y``}
        </span>
      </span>
    `}renderIcons(){return y`
      <div class="icons">
        ${this.renderOnIcon()}
        ${this.showOnlySelectedIcon?y``:this.renderOffIcon()}
      </div>
    `}renderOnIcon(){return y`
      <slot class="icon icon--on" name="on-icon">
        <svg viewBox="0 0 24 24">
          <path
            d="M9.55 18.2 3.65 12.3 5.275 10.675 9.55 14.95 18.725 5.775 20.35 7.4Z" />
        </svg>
      </slot>
    `}renderOffIcon(){return y`
      <slot class="icon icon--off" name="off-icon">
        <svg viewBox="0 0 24 24">
          <path
            d="M6.4 19.2 4.8 17.6 10.4 12 4.8 6.4 6.4 4.8 12 10.4 17.6 4.8 19.2 6.4 13.6 12 19.2 17.6 17.6 19.2 12 13.6Z" />
        </svg>
      </slot>
    `}renderTouchTarget(){return y`<span class="touch"></span>`}shouldShowIcons(){return this.icons||this.showOnlySelectedIcon}handleInput(t){let e=t.target;this.selected=e.checked}handleChange(t){pi(this,t)}[de](){return this.selected?this.value:null}[To](){return String(this.selected)}formResetCallback(){this.selected=this.hasAttribute("selected")}formStateRestoreCallback(t){this.selected=t==="true"}[ke](){return new Lo(()=>({checked:this.selected,required:this.required}))}[Ce](){return this.input}};pe.shadowRootOptions={mode:"open",delegatesFocus:!0};f([h({type:Boolean})],pe.prototype,"selected",void 0);f([h({type:Boolean})],pe.prototype,"icons",void 0);f([h({type:Boolean,attribute:"show-only-selected-icon"})],pe.prototype,"showOnlySelectedIcon",void 0);f([h({type:Boolean})],pe.prototype,"required",void 0);f([h()],pe.prototype,"value",void 0);f([z("input")],pe.prototype,"input",void 0);var Sl=_`@layer styles, hcm;@layer styles{:host{display:inline-flex;outline:none;vertical-align:top;-webkit-tap-highlight-color:rgba(0,0,0,0);cursor:pointer}:host([disabled]){cursor:default}:host([touch-target=wrapper]){margin:max(0px,(48px - var(--md-switch-track-height, 32px))/2) 0px}md-focus-ring{--md-focus-ring-shape-start-start: var(--md-switch-track-shape-start-start, var(--md-switch-track-shape, var(--md-sys-shape-corner-full, 9999px)));--md-focus-ring-shape-start-end: var(--md-switch-track-shape-start-end, var(--md-switch-track-shape, var(--md-sys-shape-corner-full, 9999px)));--md-focus-ring-shape-end-end: var(--md-switch-track-shape-end-end, var(--md-switch-track-shape, var(--md-sys-shape-corner-full, 9999px)));--md-focus-ring-shape-end-start: var(--md-switch-track-shape-end-start, var(--md-switch-track-shape, var(--md-sys-shape-corner-full, 9999px)))}.switch{align-items:center;display:inline-flex;flex-shrink:0;position:relative;width:var(--md-switch-track-width, 52px);height:var(--md-switch-track-height, 32px);border-start-start-radius:var(--md-switch-track-shape-start-start, var(--md-switch-track-shape, var(--md-sys-shape-corner-full, 9999px)));border-start-end-radius:var(--md-switch-track-shape-start-end, var(--md-switch-track-shape, var(--md-sys-shape-corner-full, 9999px)));border-end-end-radius:var(--md-switch-track-shape-end-end, var(--md-switch-track-shape, var(--md-sys-shape-corner-full, 9999px)));border-end-start-radius:var(--md-switch-track-shape-end-start, var(--md-switch-track-shape, var(--md-sys-shape-corner-full, 9999px)))}input{appearance:none;background:none;height:max(100%,var(--md-switch-touch-target-size, 48px));outline:none;margin:0;position:absolute;width:max(100%,var(--md-switch-touch-target-size, 48px));z-index:1;cursor:inherit;top:50%;left:50%;transform:translate(-50%, -50%)}:host([touch-target=none]) input{display:none}}@layer styles{.track{position:absolute;width:100%;height:100%;box-sizing:border-box;border-radius:inherit;display:flex;justify-content:center;align-items:center}.track::before{content:"";display:flex;position:absolute;height:100%;width:100%;border-radius:inherit;box-sizing:border-box;transition-property:opacity,background-color;transition-timing-function:linear;transition-duration:67ms}.disabled .track{background-color:rgba(0,0,0,0);border-color:rgba(0,0,0,0)}.disabled .track::before,.disabled .track::after{transition:none;opacity:var(--md-switch-disabled-track-opacity, 0.12)}.disabled .track::before{background-clip:content-box}.selected .track::before{background-color:var(--md-switch-selected-track-color, var(--md-sys-color-primary, #6750a4))}.selected:hover .track::before{background-color:var(--md-switch-selected-hover-track-color, var(--md-sys-color-primary, #6750a4))}.selected:focus-within .track::before{background-color:var(--md-switch-selected-focus-track-color, var(--md-sys-color-primary, #6750a4))}.selected:active .track::before{background-color:var(--md-switch-selected-pressed-track-color, var(--md-sys-color-primary, #6750a4))}.selected.disabled .track{background-clip:border-box}.selected.disabled .track::before{background-color:var(--md-switch-disabled-selected-track-color, var(--md-sys-color-on-surface, #1d1b20))}.unselected .track::before{background-color:var(--md-switch-track-color, var(--md-sys-color-surface-container-highest, #e6e0e9));border-color:var(--md-switch-track-outline-color, var(--md-sys-color-outline, #79747e));border-style:solid;border-width:var(--md-switch-track-outline-width, 2px)}.unselected:hover .track::before{background-color:var(--md-switch-hover-track-color, var(--md-sys-color-surface-container-highest, #e6e0e9));border-color:var(--md-switch-hover-track-outline-color, var(--md-sys-color-outline, #79747e))}.unselected:focus-visible .track::before{background-color:var(--md-switch-focus-track-color, var(--md-sys-color-surface-container-highest, #e6e0e9));border-color:var(--md-switch-focus-track-outline-color, var(--md-sys-color-outline, #79747e))}.unselected:active .track::before{background-color:var(--md-switch-pressed-track-color, var(--md-sys-color-surface-container-highest, #e6e0e9));border-color:var(--md-switch-pressed-track-outline-color, var(--md-sys-color-outline, #79747e))}.unselected.disabled .track::before{background-color:var(--md-switch-disabled-track-color, var(--md-sys-color-surface-container-highest, #e6e0e9));border-color:var(--md-switch-disabled-track-outline-color, var(--md-sys-color-on-surface, #1d1b20))}}@layer hcm{@media(forced-colors: active){.selected .track::before{background:ButtonText;border-color:ButtonText}.disabled .track::before{border-color:GrayText;opacity:1}.disabled.selected .track::before{background:GrayText}}}@layer styles{.handle-container{display:flex;place-content:center;place-items:center;position:relative;transition:margin 300ms cubic-bezier(0.175, 0.885, 0.32, 1.275)}.selected .handle-container{margin-inline-start:calc(var(--md-switch-track-width, 52px) - var(--md-switch-track-height, 32px))}.unselected .handle-container{margin-inline-end:calc(var(--md-switch-track-width, 52px) - var(--md-switch-track-height, 32px))}.disabled .handle-container{transition:none}.handle{border-start-start-radius:var(--md-switch-handle-shape-start-start, var(--md-switch-handle-shape, var(--md-sys-shape-corner-full, 9999px)));border-start-end-radius:var(--md-switch-handle-shape-start-end, var(--md-switch-handle-shape, var(--md-sys-shape-corner-full, 9999px)));border-end-end-radius:var(--md-switch-handle-shape-end-end, var(--md-switch-handle-shape, var(--md-sys-shape-corner-full, 9999px)));border-end-start-radius:var(--md-switch-handle-shape-end-start, var(--md-switch-handle-shape, var(--md-sys-shape-corner-full, 9999px)));height:var(--md-switch-handle-height, 16px);width:var(--md-switch-handle-width, 16px);transform-origin:center;transition-property:height,width;transition-duration:250ms,250ms;transition-timing-function:cubic-bezier(0.2, 0, 0, 1),cubic-bezier(0.2, 0, 0, 1);z-index:0}.handle::before{content:"";display:flex;inset:0;position:absolute;border-radius:inherit;box-sizing:border-box;transition:background-color 67ms linear}.disabled .handle,.disabled .handle::before{transition:none}.selected .handle{height:var(--md-switch-selected-handle-height, 24px);width:var(--md-switch-selected-handle-width, 24px)}.handle.with-icon{height:var(--md-switch-with-icon-handle-height, 24px);width:var(--md-switch-with-icon-handle-width, 24px)}.selected:not(.disabled):active .handle,.unselected:not(.disabled):active .handle{height:var(--md-switch-pressed-handle-height, 28px);width:var(--md-switch-pressed-handle-width, 28px);transition-timing-function:linear;transition-duration:100ms}.selected .handle::before{background-color:var(--md-switch-selected-handle-color, var(--md-sys-color-on-primary, #fff))}.selected:hover .handle::before{background-color:var(--md-switch-selected-hover-handle-color, var(--md-sys-color-primary-container, #eaddff))}.selected:focus-within .handle::before{background-color:var(--md-switch-selected-focus-handle-color, var(--md-sys-color-primary-container, #eaddff))}.selected:active .handle::before{background-color:var(--md-switch-selected-pressed-handle-color, var(--md-sys-color-primary-container, #eaddff))}.selected.disabled .handle::before{background-color:var(--md-switch-disabled-selected-handle-color, var(--md-sys-color-surface, #fef7ff));opacity:var(--md-switch-disabled-selected-handle-opacity, 1)}.unselected .handle::before{background-color:var(--md-switch-handle-color, var(--md-sys-color-outline, #79747e))}.unselected:hover .handle::before{background-color:var(--md-switch-hover-handle-color, var(--md-sys-color-on-surface-variant, #49454f))}.unselected:focus-within .handle::before{background-color:var(--md-switch-focus-handle-color, var(--md-sys-color-on-surface-variant, #49454f))}.unselected:active .handle::before{background-color:var(--md-switch-pressed-handle-color, var(--md-sys-color-on-surface-variant, #49454f))}.unselected.disabled .handle::before{background-color:var(--md-switch-disabled-handle-color, var(--md-sys-color-on-surface, #1d1b20));opacity:var(--md-switch-disabled-handle-opacity, 0.38)}md-ripple{border-radius:var(--md-switch-state-layer-shape, var(--md-sys-shape-corner-full, 9999px));height:var(--md-switch-state-layer-size, 40px);inset:unset;width:var(--md-switch-state-layer-size, 40px)}.selected md-ripple{--md-ripple-hover-color: var(--md-switch-selected-hover-state-layer-color, var(--md-sys-color-primary, #6750a4));--md-ripple-pressed-color: var(--md-switch-selected-pressed-state-layer-color, var(--md-sys-color-primary, #6750a4));--md-ripple-hover-opacity: var(--md-switch-selected-hover-state-layer-opacity, 0.08);--md-ripple-pressed-opacity: var(--md-switch-selected-pressed-state-layer-opacity, 0.12)}.unselected md-ripple{--md-ripple-hover-color: var(--md-switch-hover-state-layer-color, var(--md-sys-color-on-surface, #1d1b20));--md-ripple-pressed-color: var(--md-switch-pressed-state-layer-color, var(--md-sys-color-on-surface, #1d1b20));--md-ripple-hover-opacity: var(--md-switch-hover-state-layer-opacity, 0.08);--md-ripple-pressed-opacity: var(--md-switch-pressed-state-layer-opacity, 0.12)}}@layer hcm{@media(forced-colors: active){.unselected .handle::before{background:ButtonText}.disabled .handle::before{opacity:1}.disabled.unselected .handle::before{background:GrayText}}}@layer styles{.icons{position:relative;height:100%;width:100%}.icon{position:absolute;inset:0;margin:auto;display:flex;align-items:center;justify-content:center;fill:currentColor;transition:fill 67ms linear,opacity 33ms linear,transform 167ms cubic-bezier(0.2, 0, 0, 1);opacity:0}.disabled .icon{transition:none}.selected .icon--on,.unselected .icon--off{opacity:1}.unselected .handle:not(.with-icon) .icon--on{transform:rotate(-45deg)}.icon--off{width:var(--md-switch-icon-size, 16px);height:var(--md-switch-icon-size, 16px);color:var(--md-switch-icon-color, var(--md-sys-color-surface-container-highest, #e6e0e9))}.unselected:hover .icon--off{color:var(--md-switch-hover-icon-color, var(--md-sys-color-surface-container-highest, #e6e0e9))}.unselected:focus-within .icon--off{color:var(--md-switch-focus-icon-color, var(--md-sys-color-surface-container-highest, #e6e0e9))}.unselected:active .icon--off{color:var(--md-switch-pressed-icon-color, var(--md-sys-color-surface-container-highest, #e6e0e9))}.unselected.disabled .icon--off{color:var(--md-switch-disabled-icon-color, var(--md-sys-color-surface-container-highest, #e6e0e9));opacity:var(--md-switch-disabled-icon-opacity, 0.38)}.icon--on{width:var(--md-switch-selected-icon-size, 16px);height:var(--md-switch-selected-icon-size, 16px);color:var(--md-switch-selected-icon-color, var(--md-sys-color-on-primary-container, #21005d))}.selected:hover .icon--on{color:var(--md-switch-selected-hover-icon-color, var(--md-sys-color-on-primary-container, #21005d))}.selected:focus-within .icon--on{color:var(--md-switch-selected-focus-icon-color, var(--md-sys-color-on-primary-container, #21005d))}.selected:active .icon--on{color:var(--md-switch-selected-pressed-icon-color, var(--md-sys-color-on-primary-container, #21005d))}.selected.disabled .icon--on{color:var(--md-switch-disabled-selected-icon-color, var(--md-sys-color-on-surface, #1d1b20));opacity:var(--md-switch-disabled-selected-icon-opacity, 0.38)}}@layer hcm{@media(forced-colors: active){.icon--off{fill:Canvas}.icon--on{fill:ButtonText}.disabled.unselected .icon--off,.disabled.selected .icon--on{opacity:1}.disabled .icon--on{fill:GrayText}}}
`,xE=Sl.styleSheet;var $l=class extends pe{};$l.styles=[Sl];$l=f([J("md-switch")],$l);var nt=class extends T{constructor(){super(...arguments),this.disabled=!1,this.error=!1,this.focused=!1,this.label="",this.noAsterisk=!1,this.populated=!1,this.required=!1,this.resizable=!1,this.supportingText="",this.errorText="",this.count=-1,this.max=-1,this.hasStart=!1,this.hasEnd=!1,this.isAnimating=!1,this.refreshErrorAlert=!1,this.disableTransitions=!1}get counterText(){let t=this.count??-1,e=this.max??-1;return t<0||e<=0?"":`${t} / ${e}`}get supportingOrErrorText(){return this.error&&this.errorText?this.errorText:this.supportingText}reannounceError(){this.refreshErrorAlert=!0}update(t){t.has("disabled")&&t.get("disabled")!==void 0&&(this.disableTransitions=!0),this.disabled&&this.focused&&(t.set("focused",!0),this.focused=!1),this.animateLabelIfNeeded({wasFocused:t.get("focused"),wasPopulated:t.get("populated")}),super.update(t)}render(){let t=this.renderLabel(!0),e=this.renderLabel(!1),o=this.renderOutline?.(t),r={disabled:this.disabled,"disable-transitions":this.disableTransitions,error:this.error&&!this.disabled,focused:this.focused,"with-start":this.hasStart,"with-end":this.hasEnd,populated:this.populated,resizable:this.resizable,required:this.required,"no-label":!this.label};return y`
      <div class="field ${N(r)}">
        <div class="container-overflow">
          ${this.renderBackground?.()}
          <slot name="container"></slot>
          ${this.renderStateLayer?.()} ${this.renderIndicator?.()} ${o}
          <div class="container">
            <div class="start">
              <slot name="start"></slot>
            </div>
            <div class="middle">
              <div class="label-wrapper">
                ${e} ${o?C:t}
              </div>
              <div class="content">
                <slot></slot>
              </div>
            </div>
            <div class="end">
              <slot name="end"></slot>
            </div>
          </div>
        </div>
        ${this.renderSupportingText()}
      </div>
    `}updated(t){(t.has("supportingText")||t.has("errorText")||t.has("count")||t.has("max"))&&this.updateSlottedAriaDescribedBy(),this.refreshErrorAlert&&requestAnimationFrame(()=>{this.refreshErrorAlert=!1}),this.disableTransitions&&requestAnimationFrame(()=>{this.disableTransitions=!1})}renderSupportingText(){let{supportingOrErrorText:t,counterText:e}=this;if(!t&&!e)return C;let o=y`<span>${t}</span>`,r=e?y`<span class="counter">${e}</span>`:C,s=this.error&&this.errorText&&!this.refreshErrorAlert?"alert":C;return y`
      <div class="supporting-text" role=${s}>${o}${r}</div>
      <slot
        name="aria-describedby"
        @slotchange=${this.updateSlottedAriaDescribedBy}></slot>
    `}updateSlottedAriaDescribedBy(){for(let t of this.slottedAriaDescribedBy)Co(y`${this.supportingOrErrorText} ${this.counterText}`,t),t.setAttribute("hidden","")}renderLabel(t){if(!this.label)return C;let e;t?e=this.focused||this.populated||this.isAnimating:e=!this.focused&&!this.populated&&!this.isAnimating;let o={hidden:!e,floating:t,resting:!t},r=`${this.label}${this.required&&!this.noAsterisk?"*":""}`;return y`
      <span class="label ${N(o)}" aria-hidden=${!e}
        >${r}</span
      >
    `}animateLabelIfNeeded({wasFocused:t,wasPopulated:e}){if(!this.label)return;t??=this.focused,e??=this.populated;let o=t||e,r=this.focused||this.populated;if(o===r)return;let n=this.getLabelKeyframes();n.length&&(this.isAnimating=!0,this.labelAnimation?.cancel(),this.labelAnimation=this.floatingLabelEl?.animate(n,{duration:150,easing:Ve.STANDARD}),this.labelAnimation?.addEventListener("finish",()=>{this.isAnimating=!1}))}getLabelKeyframes(){let{floatingLabelEl:t,restingLabelEl:e}=this;if(!t||!e)return[];let{x:o,y:r,height:n}=t.getBoundingClientRect(),{x:s,y:a,height:l}=e.getBoundingClientRect(),c=t.scrollWidth,d=e.scrollWidth;if(c===0||d===0)return[];let p=d/c,u=s-o,m=a-r+Math.round((l-n*p)/2),g=`translateX(${u}px) translateY(${m}px) scale(${p})`,b="translateX(0) translateY(0) scale(1)",w=e.clientWidth,k=d>w?`${w/p}px`:"";return this.focused||this.populated?[{transform:g,width:k},{transform:b,width:k}]:[{transform:b,width:k},{transform:g,width:k}]}getSurfacePositionClientRect(){return this.containerEl.getBoundingClientRect()}};f([h({type:Boolean})],nt.prototype,"disabled",void 0);f([h({type:Boolean})],nt.prototype,"error",void 0);f([h({type:Boolean})],nt.prototype,"focused",void 0);f([h()],nt.prototype,"label",void 0);f([h({type:Boolean,attribute:"no-asterisk"})],nt.prototype,"noAsterisk",void 0);f([h({type:Boolean})],nt.prototype,"populated",void 0);f([h({type:Boolean})],nt.prototype,"required",void 0);f([h({type:Boolean})],nt.prototype,"resizable",void 0);f([h({attribute:"supporting-text"})],nt.prototype,"supportingText",void 0);f([h({attribute:"error-text"})],nt.prototype,"errorText",void 0);f([h({type:Number})],nt.prototype,"count",void 0);f([h({type:Number})],nt.prototype,"max",void 0);f([h({type:Boolean,attribute:"has-start"})],nt.prototype,"hasStart",void 0);f([h({type:Boolean,attribute:"has-end"})],nt.prototype,"hasEnd",void 0);f([Ht({slot:"aria-describedby"})],nt.prototype,"slottedAriaDescribedBy",void 0);f([M()],nt.prototype,"isAnimating",void 0);f([M()],nt.prototype,"refreshErrorAlert",void 0);f([M()],nt.prototype,"disableTransitions",void 0);f([z(".label.floating")],nt.prototype,"floatingLabelEl",void 0);f([z(".label.resting")],nt.prototype,"restingLabelEl",void 0);f([z(".container")],nt.prototype,"containerEl",void 0);var Kn=class extends nt{renderOutline(t){return y`
      <div class="outline">
        <div class="outline-start"></div>
        <div class="outline-notch">
          <div class="outline-panel-inactive"></div>
          <div class="outline-panel-active"></div>
          <div class="outline-label">${t}</div>
        </div>
        <div class="outline-end"></div>
      </div>
    `}};var Tl=_`@layer styles{:host{--_bottom-space: var(--md-outlined-field-bottom-space, 16px);--_content-color: var(--md-outlined-field-content-color, var(--md-sys-color-on-surface, #1d1b20));--_content-font: var(--md-outlined-field-content-font, var(--md-sys-typescale-body-large-font, var(--md-ref-typeface-plain, Roboto)));--_content-line-height: var(--md-outlined-field-content-line-height, var(--md-sys-typescale-body-large-line-height, 1.5rem));--_content-size: var(--md-outlined-field-content-size, var(--md-sys-typescale-body-large-size, 1rem));--_content-space: var(--md-outlined-field-content-space, 16px);--_content-weight: var(--md-outlined-field-content-weight, var(--md-sys-typescale-body-large-weight, var(--md-ref-typeface-weight-regular, 400)));--_disabled-content-color: var(--md-outlined-field-disabled-content-color, var(--md-sys-color-on-surface, #1d1b20));--_disabled-content-opacity: var(--md-outlined-field-disabled-content-opacity, 0.38);--_disabled-label-text-color: var(--md-outlined-field-disabled-label-text-color, var(--md-sys-color-on-surface, #1d1b20));--_disabled-label-text-opacity: var(--md-outlined-field-disabled-label-text-opacity, 0.38);--_disabled-leading-content-color: var(--md-outlined-field-disabled-leading-content-color, var(--md-sys-color-on-surface, #1d1b20));--_disabled-leading-content-opacity: var(--md-outlined-field-disabled-leading-content-opacity, 0.38);--_disabled-outline-color: var(--md-outlined-field-disabled-outline-color, var(--md-sys-color-on-surface, #1d1b20));--_disabled-outline-opacity: var(--md-outlined-field-disabled-outline-opacity, 0.12);--_disabled-outline-width: var(--md-outlined-field-disabled-outline-width, 1px);--_disabled-supporting-text-color: var(--md-outlined-field-disabled-supporting-text-color, var(--md-sys-color-on-surface, #1d1b20));--_disabled-supporting-text-opacity: var(--md-outlined-field-disabled-supporting-text-opacity, 0.38);--_disabled-trailing-content-color: var(--md-outlined-field-disabled-trailing-content-color, var(--md-sys-color-on-surface, #1d1b20));--_disabled-trailing-content-opacity: var(--md-outlined-field-disabled-trailing-content-opacity, 0.38);--_error-content-color: var(--md-outlined-field-error-content-color, var(--md-sys-color-on-surface, #1d1b20));--_error-focus-content-color: var(--md-outlined-field-error-focus-content-color, var(--md-sys-color-on-surface, #1d1b20));--_error-focus-label-text-color: var(--md-outlined-field-error-focus-label-text-color, var(--md-sys-color-error, #b3261e));--_error-focus-leading-content-color: var(--md-outlined-field-error-focus-leading-content-color, var(--md-sys-color-on-surface-variant, #49454f));--_error-focus-outline-color: var(--md-outlined-field-error-focus-outline-color, var(--md-sys-color-error, #b3261e));--_error-focus-supporting-text-color: var(--md-outlined-field-error-focus-supporting-text-color, var(--md-sys-color-error, #b3261e));--_error-focus-trailing-content-color: var(--md-outlined-field-error-focus-trailing-content-color, var(--md-sys-color-error, #b3261e));--_error-hover-content-color: var(--md-outlined-field-error-hover-content-color, var(--md-sys-color-on-surface, #1d1b20));--_error-hover-label-text-color: var(--md-outlined-field-error-hover-label-text-color, var(--md-sys-color-on-error-container, #410e0b));--_error-hover-leading-content-color: var(--md-outlined-field-error-hover-leading-content-color, var(--md-sys-color-on-surface-variant, #49454f));--_error-hover-outline-color: var(--md-outlined-field-error-hover-outline-color, var(--md-sys-color-on-error-container, #410e0b));--_error-hover-supporting-text-color: var(--md-outlined-field-error-hover-supporting-text-color, var(--md-sys-color-error, #b3261e));--_error-hover-trailing-content-color: var(--md-outlined-field-error-hover-trailing-content-color, var(--md-sys-color-on-error-container, #410e0b));--_error-label-text-color: var(--md-outlined-field-error-label-text-color, var(--md-sys-color-error, #b3261e));--_error-leading-content-color: var(--md-outlined-field-error-leading-content-color, var(--md-sys-color-on-surface-variant, #49454f));--_error-outline-color: var(--md-outlined-field-error-outline-color, var(--md-sys-color-error, #b3261e));--_error-supporting-text-color: var(--md-outlined-field-error-supporting-text-color, var(--md-sys-color-error, #b3261e));--_error-trailing-content-color: var(--md-outlined-field-error-trailing-content-color, var(--md-sys-color-error, #b3261e));--_focus-content-color: var(--md-outlined-field-focus-content-color, var(--md-sys-color-on-surface, #1d1b20));--_focus-label-text-color: var(--md-outlined-field-focus-label-text-color, var(--md-sys-color-primary, #6750a4));--_focus-leading-content-color: var(--md-outlined-field-focus-leading-content-color, var(--md-sys-color-on-surface-variant, #49454f));--_focus-outline-color: var(--md-outlined-field-focus-outline-color, var(--md-sys-color-primary, #6750a4));--_focus-outline-width: var(--md-outlined-field-focus-outline-width, 3px);--_focus-supporting-text-color: var(--md-outlined-field-focus-supporting-text-color, var(--md-sys-color-on-surface-variant, #49454f));--_focus-trailing-content-color: var(--md-outlined-field-focus-trailing-content-color, var(--md-sys-color-on-surface-variant, #49454f));--_hover-content-color: var(--md-outlined-field-hover-content-color, var(--md-sys-color-on-surface, #1d1b20));--_hover-label-text-color: var(--md-outlined-field-hover-label-text-color, var(--md-sys-color-on-surface, #1d1b20));--_hover-leading-content-color: var(--md-outlined-field-hover-leading-content-color, var(--md-sys-color-on-surface-variant, #49454f));--_hover-outline-color: var(--md-outlined-field-hover-outline-color, var(--md-sys-color-on-surface, #1d1b20));--_hover-outline-width: var(--md-outlined-field-hover-outline-width, 1px);--_hover-supporting-text-color: var(--md-outlined-field-hover-supporting-text-color, var(--md-sys-color-on-surface-variant, #49454f));--_hover-trailing-content-color: var(--md-outlined-field-hover-trailing-content-color, var(--md-sys-color-on-surface-variant, #49454f));--_label-text-color: var(--md-outlined-field-label-text-color, var(--md-sys-color-on-surface-variant, #49454f));--_label-text-font: var(--md-outlined-field-label-text-font, var(--md-sys-typescale-body-large-font, var(--md-ref-typeface-plain, Roboto)));--_label-text-line-height: var(--md-outlined-field-label-text-line-height, var(--md-sys-typescale-body-large-line-height, 1.5rem));--_label-text-padding-bottom: var(--md-outlined-field-label-text-padding-bottom, 8px);--_label-text-populated-line-height: var(--md-outlined-field-label-text-populated-line-height, var(--md-sys-typescale-body-small-line-height, 1rem));--_label-text-populated-size: var(--md-outlined-field-label-text-populated-size, var(--md-sys-typescale-body-small-size, 0.75rem));--_label-text-size: var(--md-outlined-field-label-text-size, var(--md-sys-typescale-body-large-size, 1rem));--_label-text-weight: var(--md-outlined-field-label-text-weight, var(--md-sys-typescale-body-large-weight, var(--md-ref-typeface-weight-regular, 400)));--_leading-content-color: var(--md-outlined-field-leading-content-color, var(--md-sys-color-on-surface-variant, #49454f));--_leading-space: var(--md-outlined-field-leading-space, 16px);--_outline-color: var(--md-outlined-field-outline-color, var(--md-sys-color-outline, #79747e));--_outline-label-padding: var(--md-outlined-field-outline-label-padding, 4px);--_outline-width: var(--md-outlined-field-outline-width, 1px);--_supporting-text-color: var(--md-outlined-field-supporting-text-color, var(--md-sys-color-on-surface-variant, #49454f));--_supporting-text-font: var(--md-outlined-field-supporting-text-font, var(--md-sys-typescale-body-small-font, var(--md-ref-typeface-plain, Roboto)));--_supporting-text-leading-space: var(--md-outlined-field-supporting-text-leading-space, 16px);--_supporting-text-line-height: var(--md-outlined-field-supporting-text-line-height, var(--md-sys-typescale-body-small-line-height, 1rem));--_supporting-text-size: var(--md-outlined-field-supporting-text-size, var(--md-sys-typescale-body-small-size, 0.75rem));--_supporting-text-top-space: var(--md-outlined-field-supporting-text-top-space, 4px);--_supporting-text-trailing-space: var(--md-outlined-field-supporting-text-trailing-space, 16px);--_supporting-text-weight: var(--md-outlined-field-supporting-text-weight, var(--md-sys-typescale-body-small-weight, var(--md-ref-typeface-weight-regular, 400)));--_top-space: var(--md-outlined-field-top-space, 16px);--_trailing-content-color: var(--md-outlined-field-trailing-content-color, var(--md-sys-color-on-surface-variant, #49454f));--_trailing-space: var(--md-outlined-field-trailing-space, 16px);--_with-leading-content-leading-space: var(--md-outlined-field-with-leading-content-leading-space, 12px);--_with-trailing-content-trailing-space: var(--md-outlined-field-with-trailing-content-trailing-space, 12px);--_container-shape-start-start: var(--md-outlined-field-container-shape-start-start, var(--md-outlined-field-container-shape, var(--md-sys-shape-corner-extra-small, 4px)));--_container-shape-start-end: var(--md-outlined-field-container-shape-start-end, var(--md-outlined-field-container-shape, var(--md-sys-shape-corner-extra-small, 4px)));--_container-shape-end-end: var(--md-outlined-field-container-shape-end-end, var(--md-outlined-field-container-shape, var(--md-sys-shape-corner-extra-small, 4px)));--_container-shape-end-start: var(--md-outlined-field-container-shape-end-start, var(--md-outlined-field-container-shape, var(--md-sys-shape-corner-extra-small, 4px)))}.outline{border-color:var(--_outline-color);border-radius:inherit;display:flex;pointer-events:none;height:100%;position:absolute;width:100%;z-index:1}.outline-start::before,.outline-start::after,.outline-panel-inactive::before,.outline-panel-inactive::after,.outline-panel-active::before,.outline-panel-active::after,.outline-end::before,.outline-end::after{border:inherit;content:"";inset:0;position:absolute}.outline-start,.outline-end{border:inherit;border-radius:inherit;box-sizing:border-box;position:relative}.outline-start::before,.outline-start::after,.outline-end::before,.outline-end::after{border-bottom-style:solid;border-top-style:solid}.outline-start::after,.outline-end::after{opacity:0;transition:opacity 150ms cubic-bezier(0.2, 0, 0, 1)}.focused .outline-start::after,.focused .outline-end::after{opacity:1}.outline-start::before,.outline-start::after{border-inline-start-style:solid;border-inline-end-style:none;border-start-start-radius:inherit;border-start-end-radius:0;border-end-start-radius:inherit;border-end-end-radius:0;margin-inline-end:var(--_outline-label-padding)}.outline-end{flex-grow:1;margin-inline-start:calc(-1*var(--_outline-label-padding))}.outline-end::before,.outline-end::after{border-inline-start-style:none;border-inline-end-style:solid;border-start-start-radius:0;border-start-end-radius:inherit;border-end-start-radius:0;border-end-end-radius:inherit}.outline-notch{align-items:flex-start;border:inherit;display:flex;margin-inline-start:calc(-1*var(--_outline-label-padding));margin-inline-end:var(--_outline-label-padding);max-width:calc(100% - var(--_leading-space) - var(--_trailing-space));padding:0 var(--_outline-label-padding);position:relative}.no-label .outline-notch{display:none}.outline-panel-inactive,.outline-panel-active{border:inherit;border-bottom-style:solid;inset:0;position:absolute}.outline-panel-inactive::before,.outline-panel-inactive::after,.outline-panel-active::before,.outline-panel-active::after{border-top-style:solid;border-bottom:none;bottom:auto;transform:scaleX(1);transition:transform 150ms cubic-bezier(0.2, 0, 0, 1)}.outline-panel-inactive::before,.outline-panel-active::before{right:50%;transform-origin:top left}.outline-panel-inactive::after,.outline-panel-active::after{left:50%;transform-origin:top right}.populated .outline-panel-inactive::before,.populated .outline-panel-inactive::after,.populated .outline-panel-active::before,.populated .outline-panel-active::after,.focused .outline-panel-inactive::before,.focused .outline-panel-inactive::after,.focused .outline-panel-active::before,.focused .outline-panel-active::after{transform:scaleX(0)}.outline-panel-active{opacity:0;transition:opacity 150ms cubic-bezier(0.2, 0, 0, 1)}.focused .outline-panel-active{opacity:1}.outline-label{display:flex;max-width:100%;transform:translateY(calc(-100% + var(--_label-text-padding-bottom)))}.outline-start,.field:not(.with-start) .content ::slotted(*){padding-inline-start:max(var(--_leading-space),max(var(--_container-shape-start-start),var(--_container-shape-end-start)) + var(--_outline-label-padding))}.field:not(.with-start) .label-wrapper{margin-inline-start:max(var(--_leading-space),max(var(--_container-shape-start-start),var(--_container-shape-end-start)) + var(--_outline-label-padding))}.field:not(.with-end) .content ::slotted(*){padding-inline-end:max(var(--_trailing-space),max(var(--_container-shape-start-end),var(--_container-shape-end-end)))}.field:not(.with-end) .label-wrapper{margin-inline-end:max(var(--_trailing-space),max(var(--_container-shape-start-end),var(--_container-shape-end-end)))}.outline-start::before,.outline-end::before,.outline-panel-inactive,.outline-panel-inactive::before,.outline-panel-inactive::after{border-width:var(--_outline-width)}:hover .outline{border-color:var(--_hover-outline-color);color:var(--_hover-outline-color)}:hover .outline-start::before,:hover .outline-end::before,:hover .outline-panel-inactive,:hover .outline-panel-inactive::before,:hover .outline-panel-inactive::after{border-width:var(--_hover-outline-width)}.focused .outline{border-color:var(--_focus-outline-color);color:var(--_focus-outline-color)}.outline-start::after,.outline-end::after,.outline-panel-active,.outline-panel-active::before,.outline-panel-active::after{border-width:var(--_focus-outline-width)}.disabled .outline{border-color:var(--_disabled-outline-color);color:var(--_disabled-outline-color)}.disabled .outline-start,.disabled .outline-end,.disabled .outline-panel-inactive{opacity:var(--_disabled-outline-opacity)}.disabled .outline-start::before,.disabled .outline-end::before,.disabled .outline-panel-inactive,.disabled .outline-panel-inactive::before,.disabled .outline-panel-inactive::after{border-width:var(--_disabled-outline-width)}.error .outline{border-color:var(--_error-outline-color);color:var(--_error-outline-color)}.error:hover .outline{border-color:var(--_error-hover-outline-color);color:var(--_error-hover-outline-color)}.error.focused .outline{border-color:var(--_error-focus-outline-color);color:var(--_error-focus-outline-color)}.resizable .container{bottom:var(--_focus-outline-width);inset-inline-end:var(--_focus-outline-width);clip-path:inset(var(--_focus-outline-width) 0 0 var(--_focus-outline-width))}.resizable .container>*{top:var(--_focus-outline-width);inset-inline-start:var(--_focus-outline-width)}.resizable .container:dir(rtl){clip-path:inset(var(--_focus-outline-width) var(--_focus-outline-width) 0 0)}}@layer hcm{@media(forced-colors: active){.disabled .outline{border-color:GrayText;color:GrayText}.disabled :is(.outline-start,.outline-end,.outline-panel-inactive){opacity:1}}}
`,DE=Tl.styleSheet;var Il=_`:host{display:inline-flex;resize:both}.field{display:flex;flex:1;flex-direction:column;writing-mode:horizontal-tb;max-width:100%}.container-overflow{border-start-start-radius:var(--_container-shape-start-start);border-start-end-radius:var(--_container-shape-start-end);border-end-end-radius:var(--_container-shape-end-end);border-end-start-radius:var(--_container-shape-end-start);display:flex;height:100%;position:relative}.container{align-items:center;border-radius:inherit;display:flex;flex:1;max-height:100%;min-height:100%;min-width:min-content;position:relative}.field,.container-overflow{resize:inherit}.resizable:not(.disabled) .container{resize:inherit;overflow:hidden}.disabled{pointer-events:none}slot[name=container]{border-radius:inherit}slot[name=container]::slotted(*){border-radius:inherit;inset:0;pointer-events:none;position:absolute}@layer styles{.start,.middle,.end{display:flex;box-sizing:border-box;height:100%;position:relative}.start{color:var(--_leading-content-color)}.end{color:var(--_trailing-content-color)}.start,.end{align-items:center;justify-content:center}.with-start .start{margin-inline:var(--_with-leading-content-leading-space) var(--_content-space)}.with-end .end{margin-inline:var(--_content-space) var(--_with-trailing-content-trailing-space)}.middle{align-items:stretch;align-self:baseline;flex:1}.content{color:var(--_content-color);display:flex;flex:1;opacity:0;transition:opacity 83ms cubic-bezier(0.2, 0, 0, 1)}.no-label .content,.focused .content,.populated .content{opacity:1;transition-delay:67ms}:is(.disabled,.disable-transitions) .content{transition:none}.content ::slotted(*){all:unset;color:currentColor;font-family:var(--_content-font);font-size:var(--_content-size);line-height:var(--_content-line-height);font-weight:var(--_content-weight);width:100%;overflow-wrap:revert;white-space:revert}.content ::slotted(:not(textarea)){padding-top:var(--_top-space);padding-bottom:var(--_bottom-space)}.content ::slotted(textarea){margin-top:var(--_top-space);margin-bottom:var(--_bottom-space)}:hover .content{color:var(--_hover-content-color)}:hover .start{color:var(--_hover-leading-content-color)}:hover .end{color:var(--_hover-trailing-content-color)}.focused .content{color:var(--_focus-content-color)}.focused .start{color:var(--_focus-leading-content-color)}.focused .end{color:var(--_focus-trailing-content-color)}.disabled .content{color:var(--_disabled-content-color)}.disabled.no-label .content,.disabled.focused .content,.disabled.populated .content{opacity:var(--_disabled-content-opacity)}.disabled .start{color:var(--_disabled-leading-content-color);opacity:var(--_disabled-leading-content-opacity)}.disabled .end{color:var(--_disabled-trailing-content-color);opacity:var(--_disabled-trailing-content-opacity)}.error .content{color:var(--_error-content-color)}.error .start{color:var(--_error-leading-content-color)}.error .end{color:var(--_error-trailing-content-color)}.error:hover .content{color:var(--_error-hover-content-color)}.error:hover .start{color:var(--_error-hover-leading-content-color)}.error:hover .end{color:var(--_error-hover-trailing-content-color)}.error.focused .content{color:var(--_error-focus-content-color)}.error.focused .start{color:var(--_error-focus-leading-content-color)}.error.focused .end{color:var(--_error-focus-trailing-content-color)}}@layer hcm{@media(forced-colors: active){.disabled :is(.start,.content,.end){color:GrayText;opacity:1}}}@layer styles{.label{box-sizing:border-box;color:var(--_label-text-color);overflow:hidden;max-width:100%;text-overflow:ellipsis;white-space:nowrap;z-index:1;font-family:var(--_label-text-font);font-size:var(--_label-text-size);line-height:var(--_label-text-line-height);font-weight:var(--_label-text-weight);width:min-content}.label-wrapper{inset:0;pointer-events:none;position:absolute}.label.resting{position:absolute;top:var(--_top-space)}.label.floating{font-size:var(--_label-text-populated-size);line-height:var(--_label-text-populated-line-height);transform-origin:top left}.label.hidden{opacity:0}.no-label .label{display:none}.label-wrapper{inset:0;position:absolute;text-align:initial}:hover .label{color:var(--_hover-label-text-color)}.focused .label{color:var(--_focus-label-text-color)}.disabled .label{color:var(--_disabled-label-text-color)}.disabled .label:not(.hidden){opacity:var(--_disabled-label-text-opacity)}.error .label{color:var(--_error-label-text-color)}.error:hover .label{color:var(--_error-hover-label-text-color)}.error.focused .label{color:var(--_error-focus-label-text-color)}}@layer hcm{@media(forced-colors: active){.disabled .label:not(.hidden){color:GrayText;opacity:1}}}@layer styles{.supporting-text{color:var(--_supporting-text-color);display:flex;font-family:var(--_supporting-text-font);font-size:var(--_supporting-text-size);line-height:var(--_supporting-text-line-height);font-weight:var(--_supporting-text-weight);gap:16px;justify-content:space-between;padding-inline-start:var(--_supporting-text-leading-space);padding-inline-end:var(--_supporting-text-trailing-space);padding-top:var(--_supporting-text-top-space)}.supporting-text :nth-child(2){flex-shrink:0}:hover .supporting-text{color:var(--_hover-supporting-text-color)}.focus .supporting-text{color:var(--_focus-supporting-text-color)}.disabled .supporting-text{color:var(--_disabled-supporting-text-color);opacity:var(--_disabled-supporting-text-opacity)}.error .supporting-text{color:var(--_error-supporting-text-color)}.error:hover .supporting-text{color:var(--_error-hover-supporting-text-color)}.error.focus .supporting-text{color:var(--_error-focus-supporting-text-color)}}@layer hcm{@media(forced-colors: active){.disabled .supporting-text{color:GrayText;opacity:1}}}
`,HE=Il.styleSheet;var Ol=class extends Kn{};Ol.styles=[Il,Tl];Ol=f([J("md-outlined-field")],Ol);var Fu="important",t0=" !"+Fu,Fi=ci(class extends we{constructor(i){if(super(i),i.type!==Xt.ATTRIBUTE||i.name!=="style"||i.strings?.length>2)throw Error("The `styleMap` directive must be used in the `style` attribute and must be the only part in the attribute.")}render(i){return Object.keys(i).reduce((t,e)=>{let o=i[e];return o==null?t:t+`${e=e.includes("-")?e:e.replace(/(?:^(webkit|moz|ms|o)|)(?=[A-Z])/g,"-$&").toLowerCase()}:${o};`},"")}update(i,[t]){let{style:e}=i.element;if(this.ft===void 0)return this.ft=new Set(Object.keys(t)),this.render(t);for(let o of this.ft)t[o]==null&&(this.ft.delete(o),o.includes("-")?e.removeProperty(o):e[o]=null);for(let o in t){let r=t[o];if(r!=null){this.ft.add(o);let n=typeof r=="string"&&r.endsWith(t0);o.includes("-")||n?e.setProperty(o,n?r.slice(0,-11):r,n?Fu:""):e[o]=r}}return yt}});function Ll(i,t=Ue){let e=Tr(i,t);return e&&(e.tabIndex=0,e.focus()),e}function Ml(i,t=Ue){let e=Pl(i,t);return e&&(e.tabIndex=0,e.focus()),e}function mi(i,t=Ue){for(let e=0;e<i.length;e++){let o=i[e];if(o.tabIndex===0&&t(o))return{item:o,index:e}}return null}function Tr(i,t=Ue){for(let e of i)if(t(e))return e;return null}function Pl(i,t=Ue){for(let e=i.length-1;e>=0;e--){let o=i[e];if(t(o))return o}return null}function e0(i,t,e=Ue,o=!0){for(let r=1;r<i.length;r++){let n=(r+t)%i.length;if(n<t&&!o)return null;let s=i[n];if(e(s))return s}return i[t]?i[t]:null}function i0(i,t,e=Ue,o=!0){for(let r=1;r<i.length;r++){let n=(t-r+i.length)%i.length;if(n>t&&!o)return null;let s=i[n];if(e(s))return s}return i[t]?i[t]:null}function Rl(i,t,e=Ue,o=!0){if(t){let r=e0(i,t.index,e,o);return r&&(r.tabIndex=0,r.focus()),r}else return Ll(i,e)}function zl(i,t,e=Ue,o=!0){if(t){let r=i0(i,t.index,e,o);return r&&(r.tabIndex=0,r.focus()),r}else return Ml(i,e)}function Ue(i){return!i.disabled}var $t={ArrowDown:"ArrowDown",ArrowLeft:"ArrowLeft",ArrowUp:"ArrowUp",ArrowRight:"ArrowRight",Home:"Home",End:"End"},Gn=class{constructor(t){this.handleKeydown=d=>{let p=d.key;if(d.defaultPrevented||!this.isNavigableKey(p))return;let u=this.items;if(!u.length)return;let m=mi(u,this.isActivatable);d.preventDefault();let g=this.isRtl(),b=g?$t.ArrowRight:$t.ArrowLeft,w=g?$t.ArrowLeft:$t.ArrowRight,x=null;switch(p){case $t.ArrowDown:case w:x=Rl(u,m,this.isActivatable,this.wrapNavigation());break;case $t.ArrowUp:case b:x=zl(u,m,this.isActivatable,this.wrapNavigation());break;case $t.Home:x=Ll(u,this.isActivatable);break;case $t.End:x=Ml(u,this.isActivatable);break;default:break}x&&m&&m.item!==x&&(m.item.tabIndex=-1)},this.onDeactivateItems=()=>{let d=this.items;for(let p of d)this.deactivateItem(p)},this.onRequestActivation=d=>{this.onDeactivateItems();let p=d.target;this.activateItem(p),p.focus()},this.onSlotchange=()=>{let d=this.items,p=!1;for(let m of d){if(!m.disabled&&m.tabIndex>-1&&!p){p=!0,m.tabIndex=0;continue}m.tabIndex=-1}if(p)return;let u=Tr(d,this.isActivatable);u&&(u.tabIndex=0)};let{isItem:e,getPossibleItems:o,isRtl:r,deactivateItem:n,activateItem:s,isNavigableKey:a,isActivatable:l,wrapNavigation:c}=t;this.isItem=e,this.getPossibleItems=o,this.isRtl=r,this.deactivateItem=n,this.activateItem=s,this.isNavigableKey=a,this.isActivatable=l,this.wrapNavigation=c??(()=>!0)}get items(){let t=this.getPossibleItems(),e=[];for(let o of t){if(this.isItem(o)){e.push(o);continue}let n=o.item;n&&this.isItem(n)&&e.push(n)}return e}activateNextItem(){let t=this.items,e=mi(t,this.isActivatable);return e&&(e.item.tabIndex=-1),Rl(t,e,this.isActivatable,this.wrapNavigation())}activatePreviousItem(){let t=this.items,e=mi(t,this.isActivatable);return e&&(e.item.tabIndex=-1),zl(t,e,this.isActivatable,this.wrapNavigation())}};function o0(i,t){return new CustomEvent("close-menu",{bubbles:!0,composed:!0,detail:{initiator:i,reason:t,itemPath:[i]}})}var Dl=o0;var Nl={SPACE:"Space",ENTER:"Enter"},Yn={CLICK_SELECTION:"click-selection",KEYDOWN:"keydown"},r0={ESCAPE:"Escape",SPACE:Nl.SPACE,ENTER:Nl.ENTER};function Xn(i){return Object.values(r0).some(t=>t===i)}function Hu(i){return Object.values(Nl).some(t=>t===i)}function Ir(i,t){let e=new Event("md-contains",{bubbles:!0,composed:!0}),o=[],r=s=>{o=s.composedPath()};return t.addEventListener("md-contains",r),i.dispatchEvent(e),t.removeEventListener("md-contains",r),o.length>0}var Ut={NONE:"none",LIST_ROOT:"list-root",FIRST_ITEM:"first-item",LAST_ITEM:"last-item"};var Or={END_START:"end-start",END_END:"end-end",START_START:"start-start",START_END:"start-end"},Zn=class{constructor(t,e){this.host=t,this.getProperties=e,this.surfaceStylesInternal={display:"none"},this.lastValues={isOpen:!1},this.host.addController(this)}get surfaceStyles(){return this.surfaceStylesInternal}async position(){let{surfaceEl:t,anchorEl:e,anchorCorner:o,surfaceCorner:r,positioning:n,xOffset:s,yOffset:a,disableBlockFlip:l,disableInlineFlip:c,repositionStrategy:d}=this.getProperties(),p=o.toLowerCase().trim(),u=r.toLowerCase().trim();if(!t||!e)return;let m=window.innerWidth,g=window.innerHeight,b=document.createElement("div");b.style.opacity="0",b.style.position="fixed",b.style.display="block",b.style.inset="0",document.body.appendChild(b);let w=b.getBoundingClientRect();b.remove();let x=window.innerHeight-w.bottom,k=window.innerWidth-w.right;this.surfaceStylesInternal={display:"block",opacity:"0"},this.host.requestUpdate(),await this.host.updateComplete,t.popover&&t.isConnected&&t.showPopover();let E=t.getSurfacePositionClientRect?t.getSurfacePositionClientRect():t.getBoundingClientRect(),$=e.getSurfacePositionClientRect?e.getSurfacePositionClientRect():e.getBoundingClientRect(),[S,I]=u.split("-"),[R,H]=p.split("-"),O=getComputedStyle(t).direction==="ltr",{blockInset:B,blockOutOfBoundsCorrection:X,surfaceBlockProperty:j}=this.calculateBlock({surfaceRect:E,anchorRect:$,anchorBlock:R,surfaceBlock:S,yOffset:a,positioning:n,windowInnerHeight:g,blockScrollbarHeight:x});if(X&&!l){let Z=S==="start"?"end":"start",lt=R==="start"?"end":"start",L=this.calculateBlock({surfaceRect:E,anchorRect:$,anchorBlock:lt,surfaceBlock:Z,yOffset:a,positioning:n,windowInnerHeight:g,blockScrollbarHeight:x});X>L.blockOutOfBoundsCorrection&&(B=L.blockInset,X=L.blockOutOfBoundsCorrection,j=L.surfaceBlockProperty)}let{inlineInset:W,inlineOutOfBoundsCorrection:G,surfaceInlineProperty:rt}=this.calculateInline({surfaceRect:E,anchorRect:$,anchorInline:H,surfaceInline:I,xOffset:s,positioning:n,isLTR:O,windowInnerWidth:m,inlineScrollbarWidth:k});if(G&&!c){let Z=I==="start"?"end":"start",lt=H==="start"?"end":"start",L=this.calculateInline({surfaceRect:E,anchorRect:$,anchorInline:lt,surfaceInline:Z,xOffset:s,positioning:n,isLTR:O,windowInnerWidth:m,inlineScrollbarWidth:k});Math.abs(G)>Math.abs(L.inlineOutOfBoundsCorrection)&&(W=L.inlineInset,G=L.inlineOutOfBoundsCorrection,rt=L.surfaceInlineProperty)}d==="move"&&(B=B-X,W=W-G),this.surfaceStylesInternal={display:"block",opacity:"1",[j]:`${B}px`,[rt]:`${W}px`},d==="resize"&&(X&&(this.surfaceStylesInternal.height=`${E.height-X}px`),G&&(this.surfaceStylesInternal.width=`${E.width-G}px`)),this.host.requestUpdate()}calculateBlock(t){let{surfaceRect:e,anchorRect:o,anchorBlock:r,surfaceBlock:n,yOffset:s,positioning:a,windowInnerHeight:l,blockScrollbarHeight:c}=t,d=a==="fixed"||a==="document"?1:0,p=a==="document"?1:0,u=n==="start"?1:0,m=n==="end"?1:0,b=(r!==n?1:0)*o.height+s,w=u*o.top+m*(l-o.bottom-c),x=u*window.scrollY-m*window.scrollY,k=Math.abs(Math.min(0,l-w-b-e.height));return{blockInset:d*w+p*x+b,blockOutOfBoundsCorrection:k,surfaceBlockProperty:n==="start"?"inset-block-start":"inset-block-end"}}calculateInline(t){let{isLTR:e,surfaceInline:o,anchorInline:r,anchorRect:n,surfaceRect:s,xOffset:a,positioning:l,windowInnerWidth:c,inlineScrollbarWidth:d}=t,p=l==="fixed"||l==="document"?1:0,u=l==="document"?1:0,m=e?1:0,g=e?0:1,b=o==="start"?1:0,w=o==="end"?1:0,k=(r!==o?1:0)*n.width+a,E=b*n.left+w*(c-n.right-d),$=b*(c-n.right-d)+w*n.left,S=m*E+g*$,I=b*window.scrollX-w*window.scrollX,R=w*window.scrollX-b*window.scrollX,H=m*I+g*R,O=Math.abs(Math.min(0,c-S-k-s.width)),B=p*S+k+u*H,X=o==="start"?"inset-inline-start":"inset-inline-end";return(l==="document"||l==="fixed")&&(o==="start"&&e||o==="end"&&!e?X="left":X="right"),{inlineInset:B,inlineOutOfBoundsCorrection:O,surfaceInlineProperty:X}}hostUpdate(){this.onUpdate()}hostUpdated(){this.onUpdate()}async onUpdate(){let t=this.getProperties(),e=!1;for(let[s,a]of Object.entries(t))if(e=e||a!==this.lastValues[s],e)break;let o=this.lastValues.isOpen!==t.isOpen,r=!!t.anchorEl,n=!!t.surfaceEl;e&&r&&n&&(this.lastValues.isOpen=t.isOpen,t.isOpen?(this.lastValues=t,await this.position(),t.onOpen()):o&&(await t.beforeClose(),this.close(),t.onClose()))}close(){this.surfaceStylesInternal={display:"none"},this.host.requestUpdate();let t=this.getProperties().surfaceEl;t?.popover&&t?.isConnected&&t.hidePopover()}};var Jt={INDEX:0,ITEM:1,TEXT:2},Jn=class{constructor(t){this.getProperties=t,this.typeaheadRecords=[],this.typaheadBuffer="",this.cancelTypeaheadTimeout=0,this.isTypingAhead=!1,this.lastActiveRecord=null,this.onKeydown=e=>{this.isTypingAhead?this.typeahead(e):this.beginTypeahead(e)},this.endTypeahead=()=>{this.isTypingAhead=!1,this.typaheadBuffer="",this.typeaheadRecords=[]}}get items(){return this.getProperties().getItems()}get active(){return this.getProperties().active}beginTypeahead(t){this.active&&(t.code==="Space"||t.code==="Enter"||t.code.startsWith("Arrow")||t.code==="Escape"||(this.isTypingAhead=!0,this.typeaheadRecords=this.items.map((e,o)=>[o,e,e.typeaheadText.trim().toLowerCase()]),this.lastActiveRecord=this.typeaheadRecords.find(e=>e[Jt.ITEM].tabIndex===0)??null,this.lastActiveRecord&&(this.lastActiveRecord[Jt.ITEM].tabIndex=-1),this.typeahead(t)))}typeahead(t){if(t.defaultPrevented)return;if(clearTimeout(this.cancelTypeaheadTimeout),t.code==="Enter"||t.code.startsWith("Arrow")||t.code==="Escape"){this.endTypeahead(),this.lastActiveRecord&&(this.lastActiveRecord[Jt.ITEM].tabIndex=-1);return}t.code==="Space"&&t.preventDefault(),this.cancelTypeaheadTimeout=setTimeout(this.endTypeahead,this.getProperties().typeaheadBufferTime),this.typaheadBuffer+=t.key.toLowerCase();let e=this.lastActiveRecord?this.lastActiveRecord[Jt.INDEX]:-1,o=this.typeaheadRecords.length,r=l=>(l[Jt.INDEX]+o-e)%o,n=this.typeaheadRecords.filter(l=>!l[Jt.ITEM].disabled&&l[Jt.TEXT].startsWith(this.typaheadBuffer)).sort((l,c)=>r(l)-r(c));if(n.length===0){clearTimeout(this.cancelTypeaheadTimeout),this.lastActiveRecord&&(this.lastActiveRecord[Jt.ITEM].tabIndex=-1),this.endTypeahead();return}let s=this.typaheadBuffer.length===1,a;this.lastActiveRecord===n[0]&&s?a=n[1]??n[0]:a=n[0],this.lastActiveRecord&&(this.lastActiveRecord[Jt.ITEM].tabIndex=-1),this.lastActiveRecord=a,a[Jt.ITEM].tabIndex=0,a[Jt.ITEM].focus()}};var Bl=200,Vu=new Set([$t.ArrowDown,$t.ArrowUp,$t.Home,$t.End]),n0=new Set([$t.ArrowLeft,$t.ArrowRight,...Vu]);function s0(i=document){let t=i.activeElement;for(;t&&t?.shadowRoot?.activeElement;)t=t.shadowRoot.activeElement;return t}var st=class extends T{get openDirection(){return this.menuCorner.split("-")[0]==="start"?"DOWN":"UP"}get anchorElement(){return this.anchor?this.getRootNode().querySelector(`#${this.anchor}`):this.currentAnchorElement}set anchorElement(t){this.currentAnchorElement=t,this.requestUpdate("anchorElement")}constructor(){super(),this.anchor="",this.positioning="absolute",this.quick=!1,this.hasOverflow=!1,this.open=!1,this.xOffset=0,this.yOffset=0,this.noHorizontalFlip=!1,this.noVerticalFlip=!1,this.typeaheadDelay=Bl,this.anchorCorner=Or.END_START,this.menuCorner=Or.START_START,this.stayOpenOnOutsideClick=!1,this.stayOpenOnFocusout=!1,this.skipRestoreFocus=!1,this.defaultFocus=Ut.FIRST_ITEM,this.noNavigationWrap=!1,this.typeaheadActive=!0,this.isSubmenu=!1,this.pointerPath=[],this.isRepositioning=!1,this.openCloseAnimationSignal=Pu(),this.listController=new Gn({isItem:t=>t.hasAttribute("md-menu-item"),getPossibleItems:()=>this.slotItems,isRtl:()=>getComputedStyle(this).direction==="rtl",deactivateItem:t=>{t.selected=!1,t.tabIndex=-1},activateItem:t=>{t.selected=!0,t.tabIndex=0},isNavigableKey:t=>{if(!this.isSubmenu)return n0.has(t);let o=getComputedStyle(this).direction==="rtl"?$t.ArrowLeft:$t.ArrowRight;return t===o?!0:Vu.has(t)},wrapNavigation:()=>!this.noNavigationWrap}),this.lastFocusedElement=null,this.typeaheadController=new Jn(()=>({getItems:()=>this.items,typeaheadBufferTime:this.typeaheadDelay,active:this.typeaheadActive})),this.currentAnchorElement=null,this.internals=this.attachInternals(),this.menuPositionController=new Zn(this,()=>({anchorCorner:this.anchorCorner,surfaceCorner:this.menuCorner,surfaceEl:this.surfaceEl,anchorEl:this.anchorElement,positioning:this.positioning==="popover"?"document":this.positioning,isOpen:this.open,xOffset:this.xOffset,yOffset:this.yOffset,disableBlockFlip:this.noVerticalFlip,disableInlineFlip:this.noHorizontalFlip,onOpen:this.onOpened,beforeClose:this.beforeClose,onClose:this.onClosed,repositionStrategy:this.hasOverflow&&this.positioning!=="popover"?"move":"resize"})),this.onWindowResize=()=>{this.isRepositioning||this.positioning!=="document"&&this.positioning!=="fixed"&&this.positioning!=="popover"||(this.isRepositioning=!0,this.reposition(),this.isRepositioning=!1)},this.handleFocusout=async t=>{let e=this.anchorElement;if(this.stayOpenOnFocusout||!this.open||this.pointerPath.includes(e))return;if(t.relatedTarget){if(Ir(t.relatedTarget,this)||this.pointerPath.length!==0&&Ir(t.relatedTarget,e))return}else if(this.pointerPath.includes(this))return;let o=this.skipRestoreFocus;this.skipRestoreFocus=!0,this.close(),await this.updateComplete,this.skipRestoreFocus=o},this.onOpened=async()=>{this.lastFocusedElement=s0();let t=this.items,e=mi(t);e&&this.defaultFocus!==Ut.NONE&&(e.item.tabIndex=-1);let o=!this.quick;switch(this.quick?this.dispatchEvent(new Event("opening")):o=!!await this.animateOpen(),this.defaultFocus){case Ut.FIRST_ITEM:let r=Tr(t);r&&(r.tabIndex=0,r.focus(),await r.updateComplete);break;case Ut.LAST_ITEM:let n=Pl(t);n&&(n.tabIndex=0,n.focus(),await n.updateComplete);break;case Ut.LIST_ROOT:this.focus();break;default:case Ut.NONE:break}o||this.dispatchEvent(new Event("opened"))},this.beforeClose=async()=>{this.open=!1,this.skipRestoreFocus||this.lastFocusedElement?.focus?.(),this.quick||await this.animateClose()},this.onClosed=()=>{this.quick&&(this.dispatchEvent(new Event("closing")),this.dispatchEvent(new Event("closed")))},this.onWindowPointerdown=t=>{this.pointerPath=t.composedPath()},this.onDocumentClick=t=>{if(!this.open)return;let e=t.composedPath();!this.stayOpenOnOutsideClick&&!e.includes(this)&&!e.includes(this.anchorElement)&&(this.open=!1)},this.internals.role="menu",this.addEventListener("keydown",this.handleKeydown),this.addEventListener("keydown",this.captureKeydown,{capture:!0}),this.addEventListener("focusout",this.handleFocusout)}get items(){return this.listController.items}willUpdate(t){if(t.has("open")){if(this.open){this.removeAttribute("aria-hidden");return}this.setAttribute("aria-hidden","true")}}update(t){t.has("open")&&(this.open?this.setUpGlobalEventListeners():this.cleanUpGlobalEventListeners()),t.has("positioning")&&this.positioning==="popover"&&!this.showPopover&&(this.positioning="fixed"),super.update(t)}connectedCallback(){super.connectedCallback(),this.open&&this.setUpGlobalEventListeners()}disconnectedCallback(){super.disconnectedCallback(),this.cleanUpGlobalEventListeners()}getBoundingClientRect(){return this.surfaceEl?this.surfaceEl.getBoundingClientRect():super.getBoundingClientRect()}getClientRects(){return this.surfaceEl?this.surfaceEl.getClientRects():super.getClientRects()}render(){return this.renderSurface()}renderSurface(){return y`
      <div
        class="menu ${N(this.getSurfaceClasses())}"
        style=${Fi(this.menuPositionController.surfaceStyles)}
        popover=${this.positioning==="popover"?"manual":C}>
        ${this.renderElevation()}
        <div class="items">
          <div class="item-padding"> ${this.renderMenuItems()} </div>
        </div>
      </div>
    `}renderMenuItems(){return y`<slot
      @close-menu=${this.onCloseMenu}
      @deactivate-items=${this.onDeactivateItems}
      @request-activation=${this.onRequestActivation}
      @deactivate-typeahead=${this.handleDeactivateTypeahead}
      @activate-typeahead=${this.handleActivateTypeahead}
      @stay-open-on-focusout=${this.handleStayOpenOnFocusout}
      @close-on-focusout=${this.handleCloseOnFocusout}
      @slotchange=${this.listController.onSlotchange}></slot>`}renderElevation(){return y`<md-elevation part="elevation"></md-elevation>`}getSurfaceClasses(){return{open:this.open,fixed:this.positioning==="fixed","has-overflow":this.hasOverflow}}captureKeydown(t){t.target===this&&!t.defaultPrevented&&Xn(t.code)&&(t.preventDefault(),this.close()),this.typeaheadController.onKeydown(t)}async animateOpen(){let t=this.surfaceEl,e=this.slotEl;if(!t||!e)return!0;let o=this.openDirection;this.dispatchEvent(new Event("opening")),t.classList.toggle("animating",!0);let r=this.openCloseAnimationSignal.start(),n=t.offsetHeight,s=o==="UP",a=this.items,l=500,c=50,d=250,p=(l-d)/a.length,u=t.animate([{height:"0px"},{height:`${n}px`}],{duration:l,easing:Ve.EMPHASIZED}),m=e.animate([{transform:s?`translateY(-${n}px)`:""},{transform:""}],{duration:l,easing:Ve.EMPHASIZED}),g=t.animate([{opacity:0},{opacity:1}],c),b=[];for(let k=0;k<a.length;k++){let E=s?a.length-1-k:k,$=a[E],S=$.animate([{opacity:0},{opacity:1}],{duration:d,delay:p*k});$.classList.toggle("md-menu-hidden",!0),S.addEventListener("finish",()=>{$.classList.toggle("md-menu-hidden",!1)}),b.push([$,S])}let w=k=>{},x=new Promise(k=>{w=k});return r.addEventListener("abort",()=>{u.cancel(),m.cancel(),g.cancel(),b.forEach(([k,E])=>{k.classList.toggle("md-menu-hidden",!1),E.cancel()}),w(!0)}),u.addEventListener("finish",()=>{t.classList.toggle("animating",!1),this.openCloseAnimationSignal.finish(),w(!1)}),await x}animateClose(){let t,e=new Promise(S=>{t=S}),o=this.surfaceEl,r=this.slotEl;if(!o||!r)return t(!1),e;let s=this.openDirection==="UP";this.dispatchEvent(new Event("closing")),o.classList.toggle("animating",!0);let a=this.openCloseAnimationSignal.start(),l=o.offsetHeight,c=this.items,d=150,p=50,u=d-p,m=50,g=50,b=.35,w=(d-g-m)/c.length,x=o.animate([{height:`${l}px`},{height:`${l*b}px`}],{duration:d,easing:Ve.EMPHASIZED_ACCELERATE}),k=r.animate([{transform:""},{transform:s?`translateY(-${l*(1-b)}px)`:""}],{duration:d,easing:Ve.EMPHASIZED_ACCELERATE}),E=o.animate([{opacity:1},{opacity:0}],{duration:p,delay:u}),$=[];for(let S=0;S<c.length;S++){let I=s?S:c.length-1-S,R=c[I],H=R.animate([{opacity:1},{opacity:0}],{duration:m,delay:g+w*S});H.addEventListener("finish",()=>{R.classList.toggle("md-menu-hidden",!0)}),$.push([R,H])}return a.addEventListener("abort",()=>{x.cancel(),k.cancel(),E.cancel(),$.forEach(([S,I])=>{I.cancel(),S.classList.toggle("md-menu-hidden",!1)}),t(!1)}),x.addEventListener("finish",()=>{o.classList.toggle("animating",!1),$.forEach(([S])=>{S.classList.toggle("md-menu-hidden",!1)}),this.openCloseAnimationSignal.finish(),this.dispatchEvent(new Event("closed")),t(!0)}),e}handleKeydown(t){this.pointerPath=[],this.listController.handleKeydown(t)}setUpGlobalEventListeners(){document.addEventListener("click",this.onDocumentClick,{capture:!0}),window.addEventListener("pointerdown",this.onWindowPointerdown),document.addEventListener("resize",this.onWindowResize,{passive:!0}),window.addEventListener("resize",this.onWindowResize,{passive:!0})}cleanUpGlobalEventListeners(){document.removeEventListener("click",this.onDocumentClick,{capture:!0}),window.removeEventListener("pointerdown",this.onWindowPointerdown),document.removeEventListener("resize",this.onWindowResize),window.removeEventListener("resize",this.onWindowResize)}onCloseMenu(){this.close()}onDeactivateItems(t){t.stopPropagation(),this.listController.onDeactivateItems()}onRequestActivation(t){t.stopPropagation(),this.listController.onRequestActivation(t)}handleDeactivateTypeahead(t){t.stopPropagation(),this.typeaheadActive=!1}handleActivateTypeahead(t){t.stopPropagation(),this.typeaheadActive=!0}handleStayOpenOnFocusout(t){t.stopPropagation(),this.stayOpenOnFocusout=!0}handleCloseOnFocusout(t){t.stopPropagation(),this.stayOpenOnFocusout=!1}close(){this.open=!1,this.slotItems.forEach(e=>{e.close?.()})}show(){this.open=!0}activateNextItem(){return this.listController.activateNextItem()??null}activatePreviousItem(){return this.listController.activatePreviousItem()??null}reposition(){this.open&&this.menuPositionController.position()}};f([z(".menu")],st.prototype,"surfaceEl",void 0);f([z("slot")],st.prototype,"slotEl",void 0);f([h()],st.prototype,"anchor",void 0);f([h()],st.prototype,"positioning",void 0);f([h({type:Boolean})],st.prototype,"quick",void 0);f([h({type:Boolean,attribute:"has-overflow"})],st.prototype,"hasOverflow",void 0);f([h({type:Boolean,reflect:!0})],st.prototype,"open",void 0);f([h({type:Number,attribute:"x-offset"})],st.prototype,"xOffset",void 0);f([h({type:Number,attribute:"y-offset"})],st.prototype,"yOffset",void 0);f([h({type:Boolean,attribute:"no-horizontal-flip"})],st.prototype,"noHorizontalFlip",void 0);f([h({type:Boolean,attribute:"no-vertical-flip"})],st.prototype,"noVerticalFlip",void 0);f([h({type:Number,attribute:"typeahead-delay"})],st.prototype,"typeaheadDelay",void 0);f([h({attribute:"anchor-corner"})],st.prototype,"anchorCorner",void 0);f([h({attribute:"menu-corner"})],st.prototype,"menuCorner",void 0);f([h({type:Boolean,attribute:"stay-open-on-outside-click"})],st.prototype,"stayOpenOnOutsideClick",void 0);f([h({type:Boolean,attribute:"stay-open-on-focusout"})],st.prototype,"stayOpenOnFocusout",void 0);f([h({type:Boolean,attribute:"skip-restore-focus"})],st.prototype,"skipRestoreFocus",void 0);f([h({attribute:"default-focus"})],st.prototype,"defaultFocus",void 0);f([h({type:Boolean,attribute:"no-navigation-wrap"})],st.prototype,"noNavigationWrap",void 0);f([Ht({flatten:!0})],st.prototype,"slotItems",void 0);f([M()],st.prototype,"typeaheadActive",void 0);var Fl=_`:host{--md-elevation-level: var(--md-menu-container-elevation, 2);--md-elevation-shadow-color: var(--md-menu-container-shadow-color, var(--md-sys-color-shadow, #000));min-width:112px;color:unset;display:contents}md-focus-ring{--md-focus-ring-shape: var(--md-menu-container-shape, var(--md-sys-shape-corner-extra-small, 4px))}.menu{border-radius:var(--md-menu-container-shape, var(--md-sys-shape-corner-extra-small, 4px));display:none;inset:auto;border:none;padding:0px;overflow:visible;background-color:rgba(0,0,0,0);color:inherit;opacity:0;z-index:20;position:absolute;user-select:none;max-height:inherit;height:inherit;min-width:inherit;max-width:inherit;scrollbar-width:inherit}.menu::backdrop{display:none}.fixed{position:fixed}.items{display:block;list-style-type:none;margin:0;outline:none;box-sizing:border-box;background-color:var(--md-menu-container-color, var(--md-sys-color-surface-container, #f3edf7));height:inherit;max-height:inherit;overflow:auto;min-width:inherit;max-width:inherit;border-radius:inherit;scrollbar-width:inherit}.item-padding{padding-block:var(--md-menu-top-space, 8px) var(--md-menu-bottom-space, 8px)}.has-overflow:not([popover]) .items{overflow:visible}.has-overflow.animating .items,.animating .items{overflow:hidden}.has-overflow.animating .items{pointer-events:none}.animating ::slotted(.md-menu-hidden){opacity:0}slot{display:block;height:inherit;max-height:inherit}::slotted(:is(md-divider,[role=separator])){margin:8px 0}@media(forced-colors: active){.menu{border-style:solid;border-color:CanvasText;border-width:1px}}
`,CA=Fl.styleSheet;var Hl=class extends st{};Hl.styles=[Fl];Hl=f([J("md-menu")],Hl);var Mo=Symbol("onReportValidity"),Qn=Symbol("privateCleanupFormListeners"),ts=Symbol("privateDoNotReportInvalid"),es=Symbol("privateIsSelfReportingValidity"),is=Symbol("privateCallOnReportValidity");function os(i){var t,e,o;class r extends i{constructor(...s){super(...s),this[t]=new AbortController,this[e]=!1,this[o]=!1,!!1&&this.addEventListener("invalid",a=>{this[ts]||!a.isTrusted||this.addEventListener("invalid",()=>{this[is](a)},{once:!0})},{capture:!0})}checkValidity(){this[ts]=!0;let s=super.checkValidity();return this[ts]=!1,s}reportValidity(){this[es]=!0;let s=super.reportValidity();return s&&this[is](null),this[es]=!1,s}[(t=Qn,e=ts,o=es,is)](s){let a=s?.defaultPrevented;a||(this[Mo](s),!(!a&&s?.defaultPrevented))||(this[es]||c0(this[It].form,this))&&this.focus()}[Mo](s){throw new Error("Implement [onReportValidity]")}formAssociatedCallback(s){super.formAssociatedCallback&&super.formAssociatedCallback(s),this[Qn].abort(),s&&(this[Qn]=new AbortController,a0(this,s,()=>{this[is](null)},this[Qn].signal))}}return r}function a0(i,t,e,o){let r=l0(t),n=!1,s,a=!1;r.addEventListener("before",()=>{a=!0,s=new AbortController,n=!1,i.addEventListener("invalid",()=>{n=!0},{signal:s.signal})},{signal:o}),r.addEventListener("after",()=>{a=!1,s?.abort(),!n&&e()},{signal:o}),t.addEventListener("submit",()=>{a||e()},{signal:o})}var Vl=new WeakMap;function l0(i){if(!Vl.has(i)){let t=new EventTarget;Vl.set(i,t);for(let e of["reportValidity","requestSubmit"]){let o=i[e];i[e]=function(){t.dispatchEvent(new Event("before"));let r=Reflect.apply(o,this,arguments);return t.dispatchEvent(new Event("after")),r}}}return Vl.get(i)}function c0(i,t){if(!i)return!0;let e;for(let o of i.elements)if(o.matches(":invalid")){e=o;break}return e===t}var rs=class extends hi{computeValidity(t){return this.selectControl||(this.selectControl=document.createElement("select")),Co(y`<option value=${t.value}></option>`,this.selectControl),this.selectControl.value=t.value,this.selectControl.required=t.required,{validity:this.selectControl.validity,validationMessage:this.selectControl.validationMessage}}equals(t,e){return t.value===e.value&&t.required===e.required}copy({value:t,required:e}){return{value:t,required:e}}};function ju(i){let t=[];for(let e=0;e<i.length;e++){let o=i[e];o.selected&&t.push([o,e])}return t}var Uu,ns=Symbol("value"),d0=Vt(os(ui(oe(ie(T))))),Y=class extends d0{get value(){return this[ns]}set value(t){this.lastUserSetValue=t,this.select(t)}get options(){return this.menu?.items??[]}get selectedIndex(){let[t,e]=(this.getSelectedOptions()??[])[0]??[];return e??-1}set selectedIndex(t){this.lastUserSetSelectedIndex=t,this.selectIndex(t)}get selectedOptions(){return(this.getSelectedOptions()??[]).map(([t])=>t)}get hasError(){return this.error||this.nativeError}constructor(){super(),this.quick=!1,this.required=!1,this.errorText="",this.label="",this.noAsterisk=!1,this.supportingText="",this.error=!1,this.menuPositioning="popover",this.clampMenuWidth=!1,this.typeaheadDelay=Bl,this.hasLeadingIcon=!1,this.displayText="",this.menuAlign="start",this[Uu]="",this.lastUserSetValue=null,this.lastUserSetSelectedIndex=null,this.lastSelectedOption=null,this.lastSelectedOptionRecords=[],this.nativeError=!1,this.nativeErrorText="",this.focused=!1,this.open=!1,this.defaultFocus=Ut.NONE,this.prevOpen=this.open,this.selectWidth=0,!!1&&(this.addEventListener("focus",this.handleFocus.bind(this)),this.addEventListener("blur",this.handleBlur.bind(this)))}select(t){let e=this.options.find(o=>o.value===t);e&&this.selectItem(e)}selectIndex(t){let e=this.options[t];e&&this.selectItem(e)}reset(){for(let t of this.options)t.selected=t.hasAttribute("selected");this.updateValueAndDisplayText(),this.nativeError=!1,this.nativeErrorText=""}showPicker(){this.open=!0}[(Uu=ns,Mo)](t){t?.preventDefault();let e=this.getErrorText();this.nativeError=!!t,this.nativeErrorText=this.validationMessage,e===this.getErrorText()&&this.field?.reannounceError()}update(t){if(this.hasUpdated||this.initUserSelection(),this.prevOpen!==this.open&&this.open){let e=this.getBoundingClientRect();this.selectWidth=e.width}this.prevOpen=this.open,super.update(t)}render(){return y`
      <span
        class="select ${N(this.getRenderClasses())}"
        @focusout=${this.handleFocusout}>
        ${this.renderField()} ${this.renderMenu()}
      </span>
    `}async firstUpdated(t){await this.menu?.updateComplete,this.lastSelectedOptionRecords.length||this.initUserSelection(),!this.lastSelectedOptionRecords.length&&!!1&&!this.options.length&&setTimeout(()=>{this.updateValueAndDisplayText()}),super.firstUpdated(t)}getRenderClasses(){return{disabled:this.disabled,error:this.error,open:this.open}}renderField(){let t=this.ariaLabel||this.label;return re`
      <${this.fieldTag}
          aria-haspopup="listbox"
          role="combobox"
          part="field"
          id="field"
          tabindex=${this.disabled?"-1":"0"}
          aria-label=${t||C}
          aria-describedby="description"
          aria-expanded=${this.open?"true":"false"}
          aria-controls="listbox"
          class="field"
          label=${this.label}
          ?no-asterisk=${this.noAsterisk}
          .focused=${this.focused||this.open}
          .populated=${!!this.displayText}
          .disabled=${this.disabled}
          .required=${this.required}
          .error=${this.hasError}
          ?has-start=${this.hasLeadingIcon}
          has-end
          supporting-text=${this.supportingText}
          error-text=${this.getErrorText()}
          @keydown=${this.handleKeydown}
          @click=${this.handleClick}>
         ${this.renderFieldContent()}
         <div id="description" slot="aria-describedby"></div>
      </${this.fieldTag}>`}renderFieldContent(){return[this.renderLeadingIcon(),this.renderLabel(),this.renderTrailingIcon()]}renderLeadingIcon(){return y`
      <span class="icon leading" slot="start">
        <slot name="leading-icon" @slotchange=${this.handleIconChange}></slot>
      </span>
    `}renderTrailingIcon(){return y`
      <span class="icon trailing" slot="end">
        <slot name="trailing-icon" @slotchange=${this.handleIconChange}>
          <svg height="5" viewBox="7 10 10 5" focusable="false">
            <polygon
              class="down"
              stroke="none"
              fill-rule="evenodd"
              points="7 10 12 15 17 10"></polygon>
            <polygon
              class="up"
              stroke="none"
              fill-rule="evenodd"
              points="7 15 12 10 17 15"></polygon>
          </svg>
        </slot>
      </span>
    `}renderLabel(){return y`<div id="label">${this.displayText||y`&nbsp;`}</div>`}renderMenu(){let t=this.label||this.ariaLabel;return y`<div class="menu-wrapper">
      <md-menu
        id="listbox"
        .defaultFocus=${this.defaultFocus}
        role="listbox"
        tabindex="-1"
        aria-label=${t||C}
        stay-open-on-focusout
        part="menu"
        exportparts="focus-ring: menu-focus-ring"
        anchor="field"
        style=${Fi({"--__menu-min-width":`${this.selectWidth}px`,"--__menu-max-width":this.clampMenuWidth?`${this.selectWidth}px`:void 0})}
        no-navigation-wrap
        .open=${this.open}
        .quick=${this.quick}
        .positioning=${this.menuPositioning}
        .typeaheadDelay=${this.typeaheadDelay}
        .anchorCorner=${this.menuAlign==="start"?"end-start":"end-end"}
        .menuCorner=${this.menuAlign==="start"?"start-start":"start-end"}
        @opening=${this.handleOpening}
        @opened=${this.redispatchEvent}
        @closing=${this.redispatchEvent}
        @closed=${this.handleClosed}
        @close-menu=${this.handleCloseMenu}
        @request-selection=${this.handleRequestSelection}
        @request-deselection=${this.handleRequestDeselection}>
        ${this.renderMenuContent()}
      </md-menu>
    </div>`}renderMenuContent(){return y`<slot></slot>`}handleKeydown(t){if(this.open||this.disabled||!this.menu)return;let e=this.menu.typeaheadController,o=t.code==="Space"||t.code==="ArrowDown"||t.code==="ArrowUp"||t.code==="End"||t.code==="Home"||t.code==="Enter";if(!e.isTypingAhead&&o){switch(t.preventDefault(),this.open=!0,t.code){case"Space":case"ArrowDown":case"Enter":this.defaultFocus=Ut.NONE;break;case"End":this.defaultFocus=Ut.LAST_ITEM;break;case"ArrowUp":case"Home":this.defaultFocus=Ut.FIRST_ITEM;break;default:break}return}if(t.key.length===1){e.onKeydown(t),t.preventDefault();let{lastActiveRecord:n}=e;if(!n)return;this.labelEl?.setAttribute?.("aria-live","polite"),this.selectItem(n[Jt.ITEM])&&this.dispatchInteractionEvents()}}handleClick(){this.open=!this.open}handleFocus(){this.focused=!0}handleBlur(){this.focused=!1}handleFocusout(t){t.relatedTarget&&Ir(t.relatedTarget,this)||(this.open=!1)}getSelectedOptions(){if(!this.menu)return this.lastSelectedOptionRecords=[],null;let t=this.menu.items;return this.lastSelectedOptionRecords=ju(t),this.lastSelectedOptionRecords}async getUpdateComplete(){return await this.menu?.updateComplete,super.getUpdateComplete()}updateValueAndDisplayText(){let t=this.getSelectedOptions()??[],e=!1;if(t.length){let[o]=t[0];e=this.lastSelectedOption!==o,this.lastSelectedOption=o,this[ns]=o.value,this.displayText=o.displayText}else e=this.lastSelectedOption!==null,this.lastSelectedOption=null,this[ns]="",this.displayText="";return e}async handleOpening(t){if(this.labelEl?.removeAttribute?.("aria-live"),this.redispatchEvent(t),this.defaultFocus!==Ut.NONE)return;let e=this.menu.items,o=mi(e)?.item,[r]=this.lastSelectedOptionRecords[0]??[null];o&&o!==r&&(o.tabIndex=-1),r=r??e[0],r&&(r.tabIndex=0,r.focus())}redispatchEvent(t){pi(this,t)}handleClosed(t){this.open=!1,this.redispatchEvent(t)}handleCloseMenu(t){let e=t.detail.reason,o=t.detail.itemPath[0];this.open=!1;let r=!1;e.kind==="click-selection"?r=this.selectItem(o):e.kind==="keydown"&&Hu(e.key)?r=this.selectItem(o):(o.tabIndex=-1,o.blur()),r&&this.dispatchInteractionEvents()}selectItem(t){return(this.getSelectedOptions()??[]).forEach(([o])=>{t!==o&&(o.selected=!1,o.tabIndex=-1)}),t.selected=!0,t.tabIndex=0,this.updateValueAndDisplayText()}handleRequestSelection(t){let e=t.target;this.lastSelectedOptionRecords.some(([o])=>o===e)||this.selectItem(e)}handleRequestDeselection(t){let e=t.target;this.lastSelectedOptionRecords.some(([o])=>o===e)&&this.updateValueAndDisplayText()}initUserSelection(){this.lastUserSetValue&&!this.lastSelectedOptionRecords.length?this.select(this.lastUserSetValue):this.lastUserSetSelectedIndex!==null&&!this.lastSelectedOptionRecords.length?this.selectIndex(this.lastUserSetSelectedIndex):this.updateValueAndDisplayText()}handleIconChange(){this.hasLeadingIcon=this.leadingIcons.length>0}dispatchInteractionEvents(){this.dispatchEvent(new Event("input",{bubbles:!0,composed:!0})),this.dispatchEvent(new Event("change",{bubbles:!0}))}getErrorText(){return this.error?this.errorText:this.nativeErrorText}[de](){return this.value}formResetCallback(){this.reset()}formStateRestoreCallback(t){this.value=t}click(){this.field?.click()}[ke](){return new rs(()=>this)}[Ce](){return this.field}};Y.shadowRootOptions={...T.shadowRootOptions,delegatesFocus:!0};f([h({type:Boolean})],Y.prototype,"quick",void 0);f([h({type:Boolean})],Y.prototype,"required",void 0);f([h({type:String,attribute:"error-text"})],Y.prototype,"errorText",void 0);f([h()],Y.prototype,"label",void 0);f([h({type:Boolean,attribute:"no-asterisk"})],Y.prototype,"noAsterisk",void 0);f([h({type:String,attribute:"supporting-text"})],Y.prototype,"supportingText",void 0);f([h({type:Boolean,reflect:!0})],Y.prototype,"error",void 0);f([h({attribute:"menu-positioning"})],Y.prototype,"menuPositioning",void 0);f([h({type:Boolean,attribute:"clamp-menu-width"})],Y.prototype,"clampMenuWidth",void 0);f([h({type:Number,attribute:"typeahead-delay"})],Y.prototype,"typeaheadDelay",void 0);f([h({type:Boolean,attribute:"has-leading-icon"})],Y.prototype,"hasLeadingIcon",void 0);f([h({attribute:"display-text"})],Y.prototype,"displayText",void 0);f([h({attribute:"menu-align"})],Y.prototype,"menuAlign",void 0);f([h()],Y.prototype,"value",null);f([h({type:Number,attribute:"selected-index"})],Y.prototype,"selectedIndex",null);f([M()],Y.prototype,"nativeError",void 0);f([M()],Y.prototype,"nativeErrorText",void 0);f([M()],Y.prototype,"focused",void 0);f([M()],Y.prototype,"open",void 0);f([M()],Y.prototype,"defaultFocus",void 0);f([z(".field")],Y.prototype,"field",void 0);f([z("md-menu")],Y.prototype,"menu",void 0);f([z("#label")],Y.prototype,"labelEl",void 0);f([Ht({slot:"leading-icon",flatten:!0})],Y.prototype,"leadingIcons",void 0);var ss=class extends Y{constructor(){super(...arguments),this.fieldTag=Nt`md-outlined-field`}};var jl=_`:host{--_text-field-disabled-input-text-color: var(--md-outlined-select-text-field-disabled-input-text-color, var(--md-sys-color-on-surface, #1d1b20));--_text-field-disabled-input-text-opacity: var(--md-outlined-select-text-field-disabled-input-text-opacity, 0.38);--_text-field-disabled-label-text-color: var(--md-outlined-select-text-field-disabled-label-text-color, var(--md-sys-color-on-surface, #1d1b20));--_text-field-disabled-label-text-opacity: var(--md-outlined-select-text-field-disabled-label-text-opacity, 0.38);--_text-field-disabled-leading-icon-color: var(--md-outlined-select-text-field-disabled-leading-icon-color, var(--md-sys-color-on-surface, #1d1b20));--_text-field-disabled-leading-icon-opacity: var(--md-outlined-select-text-field-disabled-leading-icon-opacity, 0.38);--_text-field-disabled-outline-color: var(--md-outlined-select-text-field-disabled-outline-color, var(--md-sys-color-on-surface, #1d1b20));--_text-field-disabled-outline-opacity: var(--md-outlined-select-text-field-disabled-outline-opacity, 0.12);--_text-field-disabled-outline-width: var(--md-outlined-select-text-field-disabled-outline-width, 1px);--_text-field-disabled-supporting-text-color: var(--md-outlined-select-text-field-disabled-supporting-text-color, var(--md-sys-color-on-surface, #1d1b20));--_text-field-disabled-supporting-text-opacity: var(--md-outlined-select-text-field-disabled-supporting-text-opacity, 0.38);--_text-field-disabled-trailing-icon-color: var(--md-outlined-select-text-field-disabled-trailing-icon-color, var(--md-sys-color-on-surface, #1d1b20));--_text-field-disabled-trailing-icon-opacity: var(--md-outlined-select-text-field-disabled-trailing-icon-opacity, 0.38);--_text-field-error-focus-input-text-color: var(--md-outlined-select-text-field-error-focus-input-text-color, var(--md-sys-color-on-surface, #1d1b20));--_text-field-error-focus-label-text-color: var(--md-outlined-select-text-field-error-focus-label-text-color, var(--md-sys-color-error, #b3261e));--_text-field-error-focus-leading-icon-color: var(--md-outlined-select-text-field-error-focus-leading-icon-color, var(--md-sys-color-on-surface-variant, #49454f));--_text-field-error-focus-outline-color: var(--md-outlined-select-text-field-error-focus-outline-color, var(--md-sys-color-error, #b3261e));--_text-field-error-focus-supporting-text-color: var(--md-outlined-select-text-field-error-focus-supporting-text-color, var(--md-sys-color-error, #b3261e));--_text-field-error-focus-trailing-icon-color: var(--md-outlined-select-text-field-error-focus-trailing-icon-color, var(--md-sys-color-error, #b3261e));--_text-field-error-hover-input-text-color: var(--md-outlined-select-text-field-error-hover-input-text-color, var(--md-sys-color-on-surface, #1d1b20));--_text-field-error-hover-label-text-color: var(--md-outlined-select-text-field-error-hover-label-text-color, var(--md-sys-color-on-error-container, #410e0b));--_text-field-error-hover-leading-icon-color: var(--md-outlined-select-text-field-error-hover-leading-icon-color, var(--md-sys-color-on-surface-variant, #49454f));--_text-field-error-hover-outline-color: var(--md-outlined-select-text-field-error-hover-outline-color, var(--md-sys-color-on-error-container, #410e0b));--_text-field-error-hover-supporting-text-color: var(--md-outlined-select-text-field-error-hover-supporting-text-color, var(--md-sys-color-error, #b3261e));--_text-field-error-hover-trailing-icon-color: var(--md-outlined-select-text-field-error-hover-trailing-icon-color, var(--md-sys-color-on-error-container, #410e0b));--_text-field-error-input-text-color: var(--md-outlined-select-text-field-error-input-text-color, var(--md-sys-color-on-surface, #1d1b20));--_text-field-error-label-text-color: var(--md-outlined-select-text-field-error-label-text-color, var(--md-sys-color-error, #b3261e));--_text-field-error-leading-icon-color: var(--md-outlined-select-text-field-error-leading-icon-color, var(--md-sys-color-on-surface-variant, #49454f));--_text-field-error-outline-color: var(--md-outlined-select-text-field-error-outline-color, var(--md-sys-color-error, #b3261e));--_text-field-error-supporting-text-color: var(--md-outlined-select-text-field-error-supporting-text-color, var(--md-sys-color-error, #b3261e));--_text-field-error-trailing-icon-color: var(--md-outlined-select-text-field-error-trailing-icon-color, var(--md-sys-color-error, #b3261e));--_text-field-focus-input-text-color: var(--md-outlined-select-text-field-focus-input-text-color, var(--md-sys-color-on-surface, #1d1b20));--_text-field-focus-label-text-color: var(--md-outlined-select-text-field-focus-label-text-color, var(--md-sys-color-primary, #6750a4));--_text-field-focus-leading-icon-color: var(--md-outlined-select-text-field-focus-leading-icon-color, var(--md-sys-color-on-surface-variant, #49454f));--_text-field-focus-outline-color: var(--md-outlined-select-text-field-focus-outline-color, var(--md-sys-color-primary, #6750a4));--_text-field-focus-outline-width: var(--md-outlined-select-text-field-focus-outline-width, 3px);--_text-field-focus-supporting-text-color: var(--md-outlined-select-text-field-focus-supporting-text-color, var(--md-sys-color-on-surface-variant, #49454f));--_text-field-focus-trailing-icon-color: var(--md-outlined-select-text-field-focus-trailing-icon-color, var(--md-sys-color-primary, #6750a4));--_text-field-hover-input-text-color: var(--md-outlined-select-text-field-hover-input-text-color, var(--md-sys-color-on-surface, #1d1b20));--_text-field-hover-label-text-color: var(--md-outlined-select-text-field-hover-label-text-color, var(--md-sys-color-on-surface, #1d1b20));--_text-field-hover-leading-icon-color: var(--md-outlined-select-text-field-hover-leading-icon-color, var(--md-sys-color-on-surface-variant, #49454f));--_text-field-hover-outline-color: var(--md-outlined-select-text-field-hover-outline-color, var(--md-sys-color-on-surface, #1d1b20));--_text-field-hover-outline-width: var(--md-outlined-select-text-field-hover-outline-width, 1px);--_text-field-hover-supporting-text-color: var(--md-outlined-select-text-field-hover-supporting-text-color, var(--md-sys-color-on-surface-variant, #49454f));--_text-field-hover-trailing-icon-color: var(--md-outlined-select-text-field-hover-trailing-icon-color, var(--md-sys-color-on-surface-variant, #49454f));--_text-field-input-text-color: var(--md-outlined-select-text-field-input-text-color, var(--md-sys-color-on-surface, #1d1b20));--_text-field-input-text-font: var(--md-outlined-select-text-field-input-text-font, var(--md-sys-typescale-body-large-font, var(--md-ref-typeface-plain, Roboto)));--_text-field-input-text-line-height: var(--md-outlined-select-text-field-input-text-line-height, var(--md-sys-typescale-body-large-line-height, 1.5rem));--_text-field-input-text-size: var(--md-outlined-select-text-field-input-text-size, var(--md-sys-typescale-body-large-size, 1rem));--_text-field-input-text-weight: var(--md-outlined-select-text-field-input-text-weight, var(--md-sys-typescale-body-large-weight, var(--md-ref-typeface-weight-regular, 400)));--_text-field-label-text-color: var(--md-outlined-select-text-field-label-text-color, var(--md-sys-color-on-surface-variant, #49454f));--_text-field-label-text-font: var(--md-outlined-select-text-field-label-text-font, var(--md-sys-typescale-body-large-font, var(--md-ref-typeface-plain, Roboto)));--_text-field-label-text-line-height: var(--md-outlined-select-text-field-label-text-line-height, var(--md-sys-typescale-body-large-line-height, 1.5rem));--_text-field-label-text-populated-line-height: var(--md-outlined-select-text-field-label-text-populated-line-height, var(--md-sys-typescale-body-small-line-height, 1rem));--_text-field-label-text-populated-size: var(--md-outlined-select-text-field-label-text-populated-size, var(--md-sys-typescale-body-small-size, 0.75rem));--_text-field-label-text-size: var(--md-outlined-select-text-field-label-text-size, var(--md-sys-typescale-body-large-size, 1rem));--_text-field-label-text-weight: var(--md-outlined-select-text-field-label-text-weight, var(--md-sys-typescale-body-large-weight, var(--md-ref-typeface-weight-regular, 400)));--_text-field-leading-icon-color: var(--md-outlined-select-text-field-leading-icon-color, var(--md-sys-color-on-surface-variant, #49454f));--_text-field-leading-icon-size: var(--md-outlined-select-text-field-leading-icon-size, 24px);--_text-field-outline-color: var(--md-outlined-select-text-field-outline-color, var(--md-sys-color-outline, #79747e));--_text-field-outline-width: var(--md-outlined-select-text-field-outline-width, 1px);--_text-field-supporting-text-color: var(--md-outlined-select-text-field-supporting-text-color, var(--md-sys-color-on-surface-variant, #49454f));--_text-field-supporting-text-font: var(--md-outlined-select-text-field-supporting-text-font, var(--md-sys-typescale-body-small-font, var(--md-ref-typeface-plain, Roboto)));--_text-field-supporting-text-line-height: var(--md-outlined-select-text-field-supporting-text-line-height, var(--md-sys-typescale-body-small-line-height, 1rem));--_text-field-supporting-text-size: var(--md-outlined-select-text-field-supporting-text-size, var(--md-sys-typescale-body-small-size, 0.75rem));--_text-field-supporting-text-weight: var(--md-outlined-select-text-field-supporting-text-weight, var(--md-sys-typescale-body-small-weight, var(--md-ref-typeface-weight-regular, 400)));--_text-field-trailing-icon-color: var(--md-outlined-select-text-field-trailing-icon-color, var(--md-sys-color-on-surface-variant, #49454f));--_text-field-trailing-icon-size: var(--md-outlined-select-text-field-trailing-icon-size, 24px);--_text-field-container-shape-start-start: var(--md-outlined-select-text-field-container-shape-start-start, var(--md-outlined-select-text-field-container-shape, var(--md-sys-shape-corner-extra-small, 4px)));--_text-field-container-shape-start-end: var(--md-outlined-select-text-field-container-shape-start-end, var(--md-outlined-select-text-field-container-shape, var(--md-sys-shape-corner-extra-small, 4px)));--_text-field-container-shape-end-end: var(--md-outlined-select-text-field-container-shape-end-end, var(--md-outlined-select-text-field-container-shape, var(--md-sys-shape-corner-extra-small, 4px)));--_text-field-container-shape-end-start: var(--md-outlined-select-text-field-container-shape-end-start, var(--md-outlined-select-text-field-container-shape, var(--md-sys-shape-corner-extra-small, 4px)));--md-outlined-field-container-shape-end-end: var(--_text-field-container-shape-end-end);--md-outlined-field-container-shape-end-start: var(--_text-field-container-shape-end-start);--md-outlined-field-container-shape-start-end: var(--_text-field-container-shape-start-end);--md-outlined-field-container-shape-start-start: var(--_text-field-container-shape-start-start);--md-outlined-field-content-color: var(--_text-field-input-text-color);--md-outlined-field-content-font: var(--_text-field-input-text-font);--md-outlined-field-content-line-height: var(--_text-field-input-text-line-height);--md-outlined-field-content-size: var(--_text-field-input-text-size);--md-outlined-field-content-weight: var(--_text-field-input-text-weight);--md-outlined-field-disabled-content-color: var(--_text-field-disabled-input-text-color);--md-outlined-field-disabled-content-opacity: var(--_text-field-disabled-input-text-opacity);--md-outlined-field-disabled-label-text-color: var(--_text-field-disabled-label-text-color);--md-outlined-field-disabled-label-text-opacity: var(--_text-field-disabled-label-text-opacity);--md-outlined-field-disabled-leading-content-color: var(--_text-field-disabled-leading-icon-color);--md-outlined-field-disabled-leading-content-opacity: var(--_text-field-disabled-leading-icon-opacity);--md-outlined-field-disabled-outline-color: var(--_text-field-disabled-outline-color);--md-outlined-field-disabled-outline-opacity: var(--_text-field-disabled-outline-opacity);--md-outlined-field-disabled-outline-width: var(--_text-field-disabled-outline-width);--md-outlined-field-disabled-supporting-text-color: var(--_text-field-disabled-supporting-text-color);--md-outlined-field-disabled-supporting-text-opacity: var(--_text-field-disabled-supporting-text-opacity);--md-outlined-field-disabled-trailing-content-color: var(--_text-field-disabled-trailing-icon-color);--md-outlined-field-disabled-trailing-content-opacity: var(--_text-field-disabled-trailing-icon-opacity);--md-outlined-field-error-content-color: var(--_text-field-error-input-text-color);--md-outlined-field-error-focus-content-color: var(--_text-field-error-focus-input-text-color);--md-outlined-field-error-focus-label-text-color: var(--_text-field-error-focus-label-text-color);--md-outlined-field-error-focus-leading-content-color: var(--_text-field-error-focus-leading-icon-color);--md-outlined-field-error-focus-outline-color: var(--_text-field-error-focus-outline-color);--md-outlined-field-error-focus-supporting-text-color: var(--_text-field-error-focus-supporting-text-color);--md-outlined-field-error-focus-trailing-content-color: var(--_text-field-error-focus-trailing-icon-color);--md-outlined-field-error-hover-content-color: var(--_text-field-error-hover-input-text-color);--md-outlined-field-error-hover-label-text-color: var(--_text-field-error-hover-label-text-color);--md-outlined-field-error-hover-leading-content-color: var(--_text-field-error-hover-leading-icon-color);--md-outlined-field-error-hover-outline-color: var(--_text-field-error-hover-outline-color);--md-outlined-field-error-hover-supporting-text-color: var(--_text-field-error-hover-supporting-text-color);--md-outlined-field-error-hover-trailing-content-color: var(--_text-field-error-hover-trailing-icon-color);--md-outlined-field-error-label-text-color: var(--_text-field-error-label-text-color);--md-outlined-field-error-leading-content-color: var(--_text-field-error-leading-icon-color);--md-outlined-field-error-outline-color: var(--_text-field-error-outline-color);--md-outlined-field-error-supporting-text-color: var(--_text-field-error-supporting-text-color);--md-outlined-field-error-trailing-content-color: var(--_text-field-error-trailing-icon-color);--md-outlined-field-focus-content-color: var(--_text-field-focus-input-text-color);--md-outlined-field-focus-label-text-color: var(--_text-field-focus-label-text-color);--md-outlined-field-focus-leading-content-color: var(--_text-field-focus-leading-icon-color);--md-outlined-field-focus-outline-color: var(--_text-field-focus-outline-color);--md-outlined-field-focus-outline-width: var(--_text-field-focus-outline-width);--md-outlined-field-focus-supporting-text-color: var(--_text-field-focus-supporting-text-color);--md-outlined-field-focus-trailing-content-color: var(--_text-field-focus-trailing-icon-color);--md-outlined-field-hover-content-color: var(--_text-field-hover-input-text-color);--md-outlined-field-hover-label-text-color: var(--_text-field-hover-label-text-color);--md-outlined-field-hover-leading-content-color: var(--_text-field-hover-leading-icon-color);--md-outlined-field-hover-outline-color: var(--_text-field-hover-outline-color);--md-outlined-field-hover-outline-width: var(--_text-field-hover-outline-width);--md-outlined-field-hover-supporting-text-color: var(--_text-field-hover-supporting-text-color);--md-outlined-field-hover-trailing-content-color: var(--_text-field-hover-trailing-icon-color);--md-outlined-field-label-text-color: var(--_text-field-label-text-color);--md-outlined-field-label-text-font: var(--_text-field-label-text-font);--md-outlined-field-label-text-line-height: var(--_text-field-label-text-line-height);--md-outlined-field-label-text-populated-line-height: var(--_text-field-label-text-populated-line-height);--md-outlined-field-label-text-populated-size: var(--_text-field-label-text-populated-size);--md-outlined-field-label-text-size: var(--_text-field-label-text-size);--md-outlined-field-label-text-weight: var(--_text-field-label-text-weight);--md-outlined-field-leading-content-color: var(--_text-field-leading-icon-color);--md-outlined-field-outline-color: var(--_text-field-outline-color);--md-outlined-field-outline-width: var(--_text-field-outline-width);--md-outlined-field-supporting-text-color: var(--_text-field-supporting-text-color);--md-outlined-field-supporting-text-font: var(--_text-field-supporting-text-font);--md-outlined-field-supporting-text-line-height: var(--_text-field-supporting-text-line-height);--md-outlined-field-supporting-text-size: var(--_text-field-supporting-text-size);--md-outlined-field-supporting-text-weight: var(--_text-field-supporting-text-weight);--md-outlined-field-trailing-content-color: var(--_text-field-trailing-icon-color)}[has-start] .icon.leading{font-size:var(--_text-field-leading-icon-size);height:var(--_text-field-leading-icon-size);width:var(--_text-field-leading-icon-size)}.icon.trailing{font-size:var(--_text-field-trailing-icon-size);height:var(--_text-field-trailing-icon-size);width:var(--_text-field-trailing-icon-size)}
`,uS=jl.styleSheet;var Ul=_`:host{color:unset;min-width:210px;display:flex}.field{cursor:default;outline:none}.select{position:relative;flex-direction:column}.icon.trailing svg,.icon ::slotted(*){fill:currentColor}.icon ::slotted(*){width:inherit;height:inherit;font-size:inherit}.icon slot{display:flex;height:100%;width:100%;align-items:center;justify-content:center}.icon.trailing :is(.up,.down){opacity:0;transition:opacity 75ms linear 75ms}.select:not(.open) .down,.select.open .up{opacity:1}.field,.select,md-menu{min-width:inherit;width:inherit;max-width:inherit;display:flex}md-menu{min-width:var(--__menu-min-width);max-width:var(--__menu-max-width, inherit)}.menu-wrapper{width:0px;height:0px;max-width:inherit}md-menu ::slotted(:not[disabled]){cursor:pointer}.field,.select{width:100%}:host{display:inline-flex}:host([disabled]){pointer-events:none}
`,fS=Ul.styleSheet;var ql=class extends ss{};ql.styles=[Ul,jl];ql=f([J("md-outlined-select")],ql);var Wl=_`:host{display:flex;gap:16px;--md-ripple-hover-color: var(--md-menu-item-hover-state-layer-color, var(--md-sys-color-on-surface, #1d1b20));--md-ripple-hover-opacity: var(--md-menu-item-hover-state-layer-opacity, 0.08);--md-ripple-pressed-color: var(--md-menu-item-pressed-state-layer-color, var(--md-sys-color-on-surface, #1d1b20));--md-ripple-pressed-opacity: var(--md-menu-item-pressed-state-layer-opacity, 0.12)}:host([disabled]){opacity:var(--md-menu-item-disabled-opacity, 0.3);pointer-events:none}md-focus-ring{z-index:1;--md-focus-ring-shape: 8px}a,button,li{background:none;border:none;padding:0;margin:0;text-align:unset;text-decoration:none}.list-item{border-radius:inherit;display:flex;flex:1;gap:inherit;max-width:inherit;min-width:inherit;outline:none;-webkit-tap-highlight-color:rgba(0,0,0,0)}.list-item:not(.disabled){cursor:pointer}[slot=container]{pointer-events:none}md-ripple{border-radius:inherit}md-item{border-radius:inherit;flex:1;color:var(--md-menu-item-label-text-color, var(--md-sys-color-on-surface, #1d1b20));font-family:var(--md-menu-item-label-text-font, var(--md-sys-typescale-body-large-font, var(--md-ref-typeface-plain, Roboto)));font-size:var(--md-menu-item-label-text-size, var(--md-sys-typescale-body-large-size, 1rem));line-height:var(--md-menu-item-label-text-line-height, var(--md-sys-typescale-body-large-line-height, 1.5rem));font-weight:var(--md-menu-item-label-text-weight, var(--md-sys-typescale-body-large-weight, var(--md-ref-typeface-weight-regular, 400)));min-height:var(--md-menu-item-one-line-container-height, 56px);padding-top:var(--md-menu-item-top-space, 12px);padding-bottom:var(--md-menu-item-bottom-space, 12px);padding-inline-start:var(--md-menu-item-leading-space, 16px);padding-inline-end:var(--md-menu-item-trailing-space, 16px);gap:inherit}md-item[multiline]{min-height:var(--md-menu-item-two-line-container-height, 72px)}[slot=supporting-text]{color:var(--md-menu-item-supporting-text-color, var(--md-sys-color-on-surface-variant, #49454f));font-family:var(--md-menu-item-supporting-text-font, var(--md-sys-typescale-body-medium-font, var(--md-ref-typeface-plain, Roboto)));font-size:var(--md-menu-item-supporting-text-size, var(--md-sys-typescale-body-medium-size, 0.875rem));line-height:var(--md-menu-item-supporting-text-line-height, var(--md-sys-typescale-body-medium-line-height, 1.25rem));font-weight:var(--md-menu-item-supporting-text-weight, var(--md-sys-typescale-body-medium-weight, var(--md-ref-typeface-weight-regular, 400)))}[slot=trailing-supporting-text]{color:var(--md-menu-item-trailing-supporting-text-color, var(--md-sys-color-on-surface-variant, #49454f));font-family:var(--md-menu-item-trailing-supporting-text-font, var(--md-sys-typescale-label-small-font, var(--md-ref-typeface-plain, Roboto)));font-size:var(--md-menu-item-trailing-supporting-text-size, var(--md-sys-typescale-label-small-size, 0.6875rem));line-height:var(--md-menu-item-trailing-supporting-text-line-height, var(--md-sys-typescale-label-small-line-height, 1rem));font-weight:var(--md-menu-item-trailing-supporting-text-weight, var(--md-sys-typescale-label-small-weight, var(--md-ref-typeface-weight-medium, 500)))}:is([slot=start],[slot=end])::slotted(*){fill:currentColor}[slot=start]{color:var(--md-menu-item-leading-icon-color, var(--md-sys-color-on-surface-variant, #49454f))}[slot=end]{color:var(--md-menu-item-trailing-icon-color, var(--md-sys-color-on-surface-variant, #49454f))}.list-item{background-color:var(--md-menu-item-container-color, transparent)}.list-item.selected{background-color:var(--md-menu-item-selected-container-color, var(--md-sys-color-secondary-container, #e8def8))}.selected:not(.disabled) ::slotted(*){color:var(--md-menu-item-selected-label-text-color, var(--md-sys-color-on-secondary-container, #1d192b))}@media(forced-colors: active){:host([disabled]),:host([disabled]) slot{color:GrayText;opacity:1}.list-item{position:relative}.list-item.selected::before{content:"";position:absolute;inset:0;box-sizing:border-box;border-radius:inherit;pointer-events:none;border:3px double CanvasText}}
`,ES=Wl.styleSheet;var Po=class extends T{constructor(){super(...arguments),this.multiline=!1}render(){return y`
      <slot name="container"></slot>
      <slot class="non-text" name="start"></slot>
      <div class="text">
        <slot name="overline" @slotchange=${this.handleTextSlotChange}></slot>
        <slot
          class="default-slot"
          @slotchange=${this.handleTextSlotChange}></slot>
        <slot name="headline" @slotchange=${this.handleTextSlotChange}></slot>
        <slot
          name="supporting-text"
          @slotchange=${this.handleTextSlotChange}></slot>
      </div>
      <slot class="non-text" name="trailing-supporting-text"></slot>
      <slot class="non-text" name="end"></slot>
    `}handleTextSlotChange(){let t=!1,e=0;for(let o of this.textSlots)if(p0(o)&&(e+=1),e>1){t=!0;break}this.multiline=t}};f([h({type:Boolean,reflect:!0})],Po.prototype,"multiline",void 0);f([fu(".text slot")],Po.prototype,"textSlots",void 0);function p0(i){for(let t of i.assignedNodes({flatten:!0})){let e=t.nodeType===Node.ELEMENT_NODE,o=t.nodeType===Node.TEXT_NODE&&t.textContent?.match(/\S/);if(e||o)return!0}return!1}var Kl=_`:host{color:var(--md-sys-color-on-surface, #1d1b20);font-family:var(--md-sys-typescale-body-large-font, var(--md-ref-typeface-plain, Roboto));font-size:var(--md-sys-typescale-body-large-size, 1rem);font-weight:var(--md-sys-typescale-body-large-weight, var(--md-ref-typeface-weight-regular, 400));line-height:var(--md-sys-typescale-body-large-line-height, 1.5rem);align-items:center;box-sizing:border-box;display:flex;gap:16px;min-height:56px;overflow:hidden;padding:12px 16px;position:relative;text-overflow:ellipsis}:host([multiline]){min-height:72px}[name=overline]{color:var(--md-sys-color-on-surface-variant, #49454f);font-family:var(--md-sys-typescale-label-small-font, var(--md-ref-typeface-plain, Roboto));font-size:var(--md-sys-typescale-label-small-size, 0.6875rem);font-weight:var(--md-sys-typescale-label-small-weight, var(--md-ref-typeface-weight-medium, 500));line-height:var(--md-sys-typescale-label-small-line-height, 1rem)}[name=supporting-text]{color:var(--md-sys-color-on-surface-variant, #49454f);font-family:var(--md-sys-typescale-body-medium-font, var(--md-ref-typeface-plain, Roboto));font-size:var(--md-sys-typescale-body-medium-size, 0.875rem);font-weight:var(--md-sys-typescale-body-medium-weight, var(--md-ref-typeface-weight-regular, 400));line-height:var(--md-sys-typescale-body-medium-line-height, 1.25rem)}[name=trailing-supporting-text]{color:var(--md-sys-color-on-surface-variant, #49454f);font-family:var(--md-sys-typescale-label-small-font, var(--md-ref-typeface-plain, Roboto));font-size:var(--md-sys-typescale-label-small-size, 0.6875rem);font-weight:var(--md-sys-typescale-label-small-weight, var(--md-ref-typeface-weight-medium, 500));line-height:var(--md-sys-typescale-label-small-line-height, 1rem)}[name=container]::slotted(*){inset:0;position:absolute}.default-slot{display:inline}.default-slot,.text ::slotted(*){overflow:hidden;text-overflow:ellipsis}.text{display:flex;flex:1;flex-direction:column;overflow:hidden}
`,LS=Kl.styleSheet;var Gl=class extends Po{};Gl.styles=[Kl];Gl=f([J("md-item")],Gl);var as=class{constructor(t,e){this.host=t,this.internalTypeaheadText=null,this.onClick=()=>{this.host.keepOpen||this.host.dispatchEvent(Dl(this.host,{kind:Yn.CLICK_SELECTION}))},this.onKeydown=o=>{if(this.host.href&&o.code==="Enter"){let n=this.getInteractiveElement();n instanceof HTMLAnchorElement&&n.click()}if(o.defaultPrevented)return;let r=o.code;this.host.keepOpen&&r!=="Escape"||Xn(r)&&(o.preventDefault(),this.host.dispatchEvent(Dl(this.host,{kind:Yn.KEYDOWN,key:r})))},this.getHeadlineElements=e.getHeadlineElements,this.getSupportingTextElements=e.getSupportingTextElements,this.getDefaultElements=e.getDefaultElements,this.getInteractiveElement=e.getInteractiveElement,this.host.addController(this)}get typeaheadText(){if(this.internalTypeaheadText!==null)return this.internalTypeaheadText;let t=this.getHeadlineElements(),e=[];return t.forEach(o=>{o.textContent&&o.textContent.trim()&&e.push(o.textContent.trim())}),e.length===0&&this.getDefaultElements().forEach(o=>{o.textContent&&o.textContent.trim()&&e.push(o.textContent.trim())}),e.length===0&&this.getSupportingTextElements().forEach(o=>{o.textContent&&o.textContent.trim()&&e.push(o.textContent.trim())}),e.join(" ")}get tagName(){switch(this.host.type){case"link":return"a";case"button":return"button";default:case"menuitem":case"option":return"li"}}get role(){return this.host.type==="option"?"option":"menuitem"}hostConnected(){this.host.toggleAttribute("md-menu-item",!0)}hostUpdate(){this.host.href&&(this.host.type="link")}setTypeaheadText(t){this.internalTypeaheadText=t}};function u0(){return new Event("request-selection",{bubbles:!0,composed:!0})}function h0(){return new Event("request-deselection",{bubbles:!0,composed:!0})}var ls=class{get role(){return this.menuItemController.role}get typeaheadText(){return this.menuItemController.typeaheadText}setTypeaheadText(t){this.menuItemController.setTypeaheadText(t)}get displayText(){return this.internalDisplayText!==null?this.internalDisplayText:this.menuItemController.typeaheadText}setDisplayText(t){this.internalDisplayText=t}constructor(t,e){this.host=t,this.internalDisplayText=null,this.firstUpdate=!0,this.onClick=()=>{this.menuItemController.onClick()},this.onKeydown=o=>{this.menuItemController.onKeydown(o)},this.lastSelected=this.host.selected,this.menuItemController=new as(t,e),t.addController(this)}hostUpdate(){this.lastSelected!==this.host.selected&&(this.host.ariaSelected=this.host.selected?"true":"false")}hostUpdated(){this.lastSelected!==this.host.selected&&!this.firstUpdate&&(this.host.selected?this.host.dispatchEvent(u0()):this.host.dispatchEvent(h0())),this.lastSelected=this.host.selected,this.firstUpdate=!1}};var m0=Vt(T),Dt=class extends m0{constructor(){super(...arguments),this.disabled=!1,this.isMenuItem=!0,this.selected=!1,this.value="",this.type="option",this.selectOptionController=new ls(this,{getHeadlineElements:()=>this.headlineElements,getSupportingTextElements:()=>this.supportingTextElements,getDefaultElements:()=>this.defaultElements,getInteractiveElement:()=>this.listItemRoot})}get typeaheadText(){return this.selectOptionController.typeaheadText}set typeaheadText(t){this.selectOptionController.setTypeaheadText(t)}get displayText(){return this.selectOptionController.displayText}set displayText(t){this.selectOptionController.setDisplayText(t)}render(){return this.renderListItem(y`
      <md-item>
        <div slot="container">
          ${this.renderRipple()} ${this.renderFocusRing()}
        </div>
        <slot name="start" slot="start"></slot>
        <slot name="end" slot="end"></slot>
        ${this.renderBody()}
      </md-item>
    `)}renderListItem(t){return y`
      <li
        id="item"
        tabindex=${this.disabled?-1:0}
        role=${this.selectOptionController.role}
        aria-label=${this.ariaLabel||C}
        aria-selected=${this.ariaSelected||C}
        aria-checked=${this.ariaChecked||C}
        aria-expanded=${this.ariaExpanded||C}
        aria-haspopup=${this.ariaHasPopup||C}
        class="list-item ${N(this.getRenderClasses())}"
        @click=${this.selectOptionController.onClick}
        @keydown=${this.selectOptionController.onKeydown}
        >${t}</li
      >
    `}renderRipple(){return y` <md-ripple
      part="ripple"
      for="item"
      ?disabled=${this.disabled}></md-ripple>`}renderFocusRing(){return y` <md-focus-ring
      part="focus-ring"
      for="item"
      inward></md-focus-ring>`}getRenderClasses(){return{disabled:this.disabled,selected:this.selected}}renderBody(){return y`
      <slot></slot>
      <slot name="overline" slot="overline"></slot>
      <slot name="headline" slot="headline"></slot>
      <slot name="supporting-text" slot="supporting-text"></slot>
      <slot
        name="trailing-supporting-text"
        slot="trailing-supporting-text"></slot>
    `}focus(){this.listItemRoot?.focus()}};Dt.shadowRootOptions={...T.shadowRootOptions,delegatesFocus:!0};f([h({type:Boolean,reflect:!0})],Dt.prototype,"disabled",void 0);f([h({type:Boolean,attribute:"md-menu-item",reflect:!0})],Dt.prototype,"isMenuItem",void 0);f([h({type:Boolean})],Dt.prototype,"selected",void 0);f([h()],Dt.prototype,"value",void 0);f([z(".list-item")],Dt.prototype,"listItemRoot",void 0);f([Ht({slot:"headline"})],Dt.prototype,"headlineElements",void 0);f([Ht({slot:"supporting-text"})],Dt.prototype,"supportingTextElements",void 0);f([vu({slot:""})],Dt.prototype,"defaultElements",void 0);f([h({attribute:"typeahead-text"})],Dt.prototype,"typeaheadText",null);f([h({attribute:"display-text"})],Dt.prototype,"displayText",null);var Yl=class extends Dt{};Yl.styles=[Wl];Yl=f([J("md-select-option")],Yl);var Xl=_`:host{--_caret-color: var(--md-outlined-text-field-caret-color, var(--md-sys-color-primary, #6750a4));--_disabled-input-text-color: var(--md-outlined-text-field-disabled-input-text-color, var(--md-sys-color-on-surface, #1d1b20));--_disabled-input-text-opacity: var(--md-outlined-text-field-disabled-input-text-opacity, 0.38);--_disabled-label-text-color: var(--md-outlined-text-field-disabled-label-text-color, var(--md-sys-color-on-surface, #1d1b20));--_disabled-label-text-opacity: var(--md-outlined-text-field-disabled-label-text-opacity, 0.38);--_disabled-leading-icon-color: var(--md-outlined-text-field-disabled-leading-icon-color, var(--md-sys-color-on-surface, #1d1b20));--_disabled-leading-icon-opacity: var(--md-outlined-text-field-disabled-leading-icon-opacity, 0.38);--_disabled-outline-color: var(--md-outlined-text-field-disabled-outline-color, var(--md-sys-color-on-surface, #1d1b20));--_disabled-outline-opacity: var(--md-outlined-text-field-disabled-outline-opacity, 0.12);--_disabled-outline-width: var(--md-outlined-text-field-disabled-outline-width, 1px);--_disabled-supporting-text-color: var(--md-outlined-text-field-disabled-supporting-text-color, var(--md-sys-color-on-surface, #1d1b20));--_disabled-supporting-text-opacity: var(--md-outlined-text-field-disabled-supporting-text-opacity, 0.38);--_disabled-trailing-icon-color: var(--md-outlined-text-field-disabled-trailing-icon-color, var(--md-sys-color-on-surface, #1d1b20));--_disabled-trailing-icon-opacity: var(--md-outlined-text-field-disabled-trailing-icon-opacity, 0.38);--_error-focus-caret-color: var(--md-outlined-text-field-error-focus-caret-color, var(--md-sys-color-error, #b3261e));--_error-focus-input-text-color: var(--md-outlined-text-field-error-focus-input-text-color, var(--md-sys-color-on-surface, #1d1b20));--_error-focus-label-text-color: var(--md-outlined-text-field-error-focus-label-text-color, var(--md-sys-color-error, #b3261e));--_error-focus-leading-icon-color: var(--md-outlined-text-field-error-focus-leading-icon-color, var(--md-sys-color-on-surface-variant, #49454f));--_error-focus-outline-color: var(--md-outlined-text-field-error-focus-outline-color, var(--md-sys-color-error, #b3261e));--_error-focus-supporting-text-color: var(--md-outlined-text-field-error-focus-supporting-text-color, var(--md-sys-color-error, #b3261e));--_error-focus-trailing-icon-color: var(--md-outlined-text-field-error-focus-trailing-icon-color, var(--md-sys-color-error, #b3261e));--_error-hover-input-text-color: var(--md-outlined-text-field-error-hover-input-text-color, var(--md-sys-color-on-surface, #1d1b20));--_error-hover-label-text-color: var(--md-outlined-text-field-error-hover-label-text-color, var(--md-sys-color-on-error-container, #410e0b));--_error-hover-leading-icon-color: var(--md-outlined-text-field-error-hover-leading-icon-color, var(--md-sys-color-on-surface-variant, #49454f));--_error-hover-outline-color: var(--md-outlined-text-field-error-hover-outline-color, var(--md-sys-color-on-error-container, #410e0b));--_error-hover-supporting-text-color: var(--md-outlined-text-field-error-hover-supporting-text-color, var(--md-sys-color-error, #b3261e));--_error-hover-trailing-icon-color: var(--md-outlined-text-field-error-hover-trailing-icon-color, var(--md-sys-color-on-error-container, #410e0b));--_error-input-text-color: var(--md-outlined-text-field-error-input-text-color, var(--md-sys-color-on-surface, #1d1b20));--_error-label-text-color: var(--md-outlined-text-field-error-label-text-color, var(--md-sys-color-error, #b3261e));--_error-leading-icon-color: var(--md-outlined-text-field-error-leading-icon-color, var(--md-sys-color-on-surface-variant, #49454f));--_error-outline-color: var(--md-outlined-text-field-error-outline-color, var(--md-sys-color-error, #b3261e));--_error-supporting-text-color: var(--md-outlined-text-field-error-supporting-text-color, var(--md-sys-color-error, #b3261e));--_error-trailing-icon-color: var(--md-outlined-text-field-error-trailing-icon-color, var(--md-sys-color-error, #b3261e));--_focus-input-text-color: var(--md-outlined-text-field-focus-input-text-color, var(--md-sys-color-on-surface, #1d1b20));--_focus-label-text-color: var(--md-outlined-text-field-focus-label-text-color, var(--md-sys-color-primary, #6750a4));--_focus-leading-icon-color: var(--md-outlined-text-field-focus-leading-icon-color, var(--md-sys-color-on-surface-variant, #49454f));--_focus-outline-color: var(--md-outlined-text-field-focus-outline-color, var(--md-sys-color-primary, #6750a4));--_focus-outline-width: var(--md-outlined-text-field-focus-outline-width, 3px);--_focus-supporting-text-color: var(--md-outlined-text-field-focus-supporting-text-color, var(--md-sys-color-on-surface-variant, #49454f));--_focus-trailing-icon-color: var(--md-outlined-text-field-focus-trailing-icon-color, var(--md-sys-color-on-surface-variant, #49454f));--_hover-input-text-color: var(--md-outlined-text-field-hover-input-text-color, var(--md-sys-color-on-surface, #1d1b20));--_hover-label-text-color: var(--md-outlined-text-field-hover-label-text-color, var(--md-sys-color-on-surface, #1d1b20));--_hover-leading-icon-color: var(--md-outlined-text-field-hover-leading-icon-color, var(--md-sys-color-on-surface-variant, #49454f));--_hover-outline-color: var(--md-outlined-text-field-hover-outline-color, var(--md-sys-color-on-surface, #1d1b20));--_hover-outline-width: var(--md-outlined-text-field-hover-outline-width, 1px);--_hover-supporting-text-color: var(--md-outlined-text-field-hover-supporting-text-color, var(--md-sys-color-on-surface-variant, #49454f));--_hover-trailing-icon-color: var(--md-outlined-text-field-hover-trailing-icon-color, var(--md-sys-color-on-surface-variant, #49454f));--_input-text-color: var(--md-outlined-text-field-input-text-color, var(--md-sys-color-on-surface, #1d1b20));--_input-text-font: var(--md-outlined-text-field-input-text-font, var(--md-sys-typescale-body-large-font, var(--md-ref-typeface-plain, Roboto)));--_input-text-line-height: var(--md-outlined-text-field-input-text-line-height, var(--md-sys-typescale-body-large-line-height, 1.5rem));--_input-text-placeholder-color: var(--md-outlined-text-field-input-text-placeholder-color, var(--md-sys-color-on-surface-variant, #49454f));--_input-text-prefix-color: var(--md-outlined-text-field-input-text-prefix-color, var(--md-sys-color-on-surface-variant, #49454f));--_input-text-size: var(--md-outlined-text-field-input-text-size, var(--md-sys-typescale-body-large-size, 1rem));--_input-text-suffix-color: var(--md-outlined-text-field-input-text-suffix-color, var(--md-sys-color-on-surface-variant, #49454f));--_input-text-weight: var(--md-outlined-text-field-input-text-weight, var(--md-sys-typescale-body-large-weight, var(--md-ref-typeface-weight-regular, 400)));--_label-text-color: var(--md-outlined-text-field-label-text-color, var(--md-sys-color-on-surface-variant, #49454f));--_label-text-font: var(--md-outlined-text-field-label-text-font, var(--md-sys-typescale-body-large-font, var(--md-ref-typeface-plain, Roboto)));--_label-text-line-height: var(--md-outlined-text-field-label-text-line-height, var(--md-sys-typescale-body-large-line-height, 1.5rem));--_label-text-populated-line-height: var(--md-outlined-text-field-label-text-populated-line-height, var(--md-sys-typescale-body-small-line-height, 1rem));--_label-text-populated-size: var(--md-outlined-text-field-label-text-populated-size, var(--md-sys-typescale-body-small-size, 0.75rem));--_label-text-size: var(--md-outlined-text-field-label-text-size, var(--md-sys-typescale-body-large-size, 1rem));--_label-text-weight: var(--md-outlined-text-field-label-text-weight, var(--md-sys-typescale-body-large-weight, var(--md-ref-typeface-weight-regular, 400)));--_leading-icon-color: var(--md-outlined-text-field-leading-icon-color, var(--md-sys-color-on-surface-variant, #49454f));--_leading-icon-size: var(--md-outlined-text-field-leading-icon-size, 24px);--_outline-color: var(--md-outlined-text-field-outline-color, var(--md-sys-color-outline, #79747e));--_outline-width: var(--md-outlined-text-field-outline-width, 1px);--_supporting-text-color: var(--md-outlined-text-field-supporting-text-color, var(--md-sys-color-on-surface-variant, #49454f));--_supporting-text-font: var(--md-outlined-text-field-supporting-text-font, var(--md-sys-typescale-body-small-font, var(--md-ref-typeface-plain, Roboto)));--_supporting-text-line-height: var(--md-outlined-text-field-supporting-text-line-height, var(--md-sys-typescale-body-small-line-height, 1rem));--_supporting-text-size: var(--md-outlined-text-field-supporting-text-size, var(--md-sys-typescale-body-small-size, 0.75rem));--_supporting-text-weight: var(--md-outlined-text-field-supporting-text-weight, var(--md-sys-typescale-body-small-weight, var(--md-ref-typeface-weight-regular, 400)));--_trailing-icon-color: var(--md-outlined-text-field-trailing-icon-color, var(--md-sys-color-on-surface-variant, #49454f));--_trailing-icon-size: var(--md-outlined-text-field-trailing-icon-size, 24px);--_container-shape-start-start: var(--md-outlined-text-field-container-shape-start-start, var(--md-outlined-text-field-container-shape, var(--md-sys-shape-corner-extra-small, 4px)));--_container-shape-start-end: var(--md-outlined-text-field-container-shape-start-end, var(--md-outlined-text-field-container-shape, var(--md-sys-shape-corner-extra-small, 4px)));--_container-shape-end-end: var(--md-outlined-text-field-container-shape-end-end, var(--md-outlined-text-field-container-shape, var(--md-sys-shape-corner-extra-small, 4px)));--_container-shape-end-start: var(--md-outlined-text-field-container-shape-end-start, var(--md-outlined-text-field-container-shape, var(--md-sys-shape-corner-extra-small, 4px)));--_icon-input-space: var(--md-outlined-text-field-icon-input-space, 16px);--_leading-space: var(--md-outlined-text-field-leading-space, 16px);--_trailing-space: var(--md-outlined-text-field-trailing-space, 16px);--_top-space: var(--md-outlined-text-field-top-space, 16px);--_bottom-space: var(--md-outlined-text-field-bottom-space, 16px);--_input-text-prefix-trailing-space: var(--md-outlined-text-field-input-text-prefix-trailing-space, 2px);--_input-text-suffix-leading-space: var(--md-outlined-text-field-input-text-suffix-leading-space, 2px);--_focus-caret-color: var(--md-outlined-text-field-focus-caret-color, var(--md-sys-color-primary, #6750a4));--_with-leading-icon-leading-space: var(--md-outlined-text-field-with-leading-icon-leading-space, 12px);--_with-trailing-icon-trailing-space: var(--md-outlined-text-field-with-trailing-icon-trailing-space, 12px);--md-outlined-field-bottom-space: var(--_bottom-space);--md-outlined-field-container-shape-end-end: var(--_container-shape-end-end);--md-outlined-field-container-shape-end-start: var(--_container-shape-end-start);--md-outlined-field-container-shape-start-end: var(--_container-shape-start-end);--md-outlined-field-container-shape-start-start: var(--_container-shape-start-start);--md-outlined-field-content-color: var(--_input-text-color);--md-outlined-field-content-font: var(--_input-text-font);--md-outlined-field-content-line-height: var(--_input-text-line-height);--md-outlined-field-content-size: var(--_input-text-size);--md-outlined-field-content-space: var(--_icon-input-space);--md-outlined-field-content-weight: var(--_input-text-weight);--md-outlined-field-disabled-content-color: var(--_disabled-input-text-color);--md-outlined-field-disabled-content-opacity: var(--_disabled-input-text-opacity);--md-outlined-field-disabled-label-text-color: var(--_disabled-label-text-color);--md-outlined-field-disabled-label-text-opacity: var(--_disabled-label-text-opacity);--md-outlined-field-disabled-leading-content-color: var(--_disabled-leading-icon-color);--md-outlined-field-disabled-leading-content-opacity: var(--_disabled-leading-icon-opacity);--md-outlined-field-disabled-outline-color: var(--_disabled-outline-color);--md-outlined-field-disabled-outline-opacity: var(--_disabled-outline-opacity);--md-outlined-field-disabled-outline-width: var(--_disabled-outline-width);--md-outlined-field-disabled-supporting-text-color: var(--_disabled-supporting-text-color);--md-outlined-field-disabled-supporting-text-opacity: var(--_disabled-supporting-text-opacity);--md-outlined-field-disabled-trailing-content-color: var(--_disabled-trailing-icon-color);--md-outlined-field-disabled-trailing-content-opacity: var(--_disabled-trailing-icon-opacity);--md-outlined-field-error-content-color: var(--_error-input-text-color);--md-outlined-field-error-focus-content-color: var(--_error-focus-input-text-color);--md-outlined-field-error-focus-label-text-color: var(--_error-focus-label-text-color);--md-outlined-field-error-focus-leading-content-color: var(--_error-focus-leading-icon-color);--md-outlined-field-error-focus-outline-color: var(--_error-focus-outline-color);--md-outlined-field-error-focus-supporting-text-color: var(--_error-focus-supporting-text-color);--md-outlined-field-error-focus-trailing-content-color: var(--_error-focus-trailing-icon-color);--md-outlined-field-error-hover-content-color: var(--_error-hover-input-text-color);--md-outlined-field-error-hover-label-text-color: var(--_error-hover-label-text-color);--md-outlined-field-error-hover-leading-content-color: var(--_error-hover-leading-icon-color);--md-outlined-field-error-hover-outline-color: var(--_error-hover-outline-color);--md-outlined-field-error-hover-supporting-text-color: var(--_error-hover-supporting-text-color);--md-outlined-field-error-hover-trailing-content-color: var(--_error-hover-trailing-icon-color);--md-outlined-field-error-label-text-color: var(--_error-label-text-color);--md-outlined-field-error-leading-content-color: var(--_error-leading-icon-color);--md-outlined-field-error-outline-color: var(--_error-outline-color);--md-outlined-field-error-supporting-text-color: var(--_error-supporting-text-color);--md-outlined-field-error-trailing-content-color: var(--_error-trailing-icon-color);--md-outlined-field-focus-content-color: var(--_focus-input-text-color);--md-outlined-field-focus-label-text-color: var(--_focus-label-text-color);--md-outlined-field-focus-leading-content-color: var(--_focus-leading-icon-color);--md-outlined-field-focus-outline-color: var(--_focus-outline-color);--md-outlined-field-focus-outline-width: var(--_focus-outline-width);--md-outlined-field-focus-supporting-text-color: var(--_focus-supporting-text-color);--md-outlined-field-focus-trailing-content-color: var(--_focus-trailing-icon-color);--md-outlined-field-hover-content-color: var(--_hover-input-text-color);--md-outlined-field-hover-label-text-color: var(--_hover-label-text-color);--md-outlined-field-hover-leading-content-color: var(--_hover-leading-icon-color);--md-outlined-field-hover-outline-color: var(--_hover-outline-color);--md-outlined-field-hover-outline-width: var(--_hover-outline-width);--md-outlined-field-hover-supporting-text-color: var(--_hover-supporting-text-color);--md-outlined-field-hover-trailing-content-color: var(--_hover-trailing-icon-color);--md-outlined-field-label-text-color: var(--_label-text-color);--md-outlined-field-label-text-font: var(--_label-text-font);--md-outlined-field-label-text-line-height: var(--_label-text-line-height);--md-outlined-field-label-text-populated-line-height: var(--_label-text-populated-line-height);--md-outlined-field-label-text-populated-size: var(--_label-text-populated-size);--md-outlined-field-label-text-size: var(--_label-text-size);--md-outlined-field-label-text-weight: var(--_label-text-weight);--md-outlined-field-leading-content-color: var(--_leading-icon-color);--md-outlined-field-leading-space: var(--_leading-space);--md-outlined-field-outline-color: var(--_outline-color);--md-outlined-field-outline-width: var(--_outline-width);--md-outlined-field-supporting-text-color: var(--_supporting-text-color);--md-outlined-field-supporting-text-font: var(--_supporting-text-font);--md-outlined-field-supporting-text-line-height: var(--_supporting-text-line-height);--md-outlined-field-supporting-text-size: var(--_supporting-text-size);--md-outlined-field-supporting-text-weight: var(--_supporting-text-weight);--md-outlined-field-top-space: var(--_top-space);--md-outlined-field-trailing-content-color: var(--_trailing-icon-color);--md-outlined-field-trailing-space: var(--_trailing-space);--md-outlined-field-with-leading-content-leading-space: var(--_with-leading-icon-leading-space);--md-outlined-field-with-trailing-content-trailing-space: var(--_with-trailing-icon-trailing-space)}
`,a$=Xl.styleSheet;var{I:d$}=Iu;var qu=(i,t)=>t===void 0?i?._$litType$!==void 0:i?._$litType$===t;var Wu=i=>i.strings===void 0;var f0={},Ku=(i,t=f0)=>i._$AH=t;var Ee=ci(class extends we{constructor(i){if(super(i),i.type!==Xt.PROPERTY&&i.type!==Xt.ATTRIBUTE&&i.type!==Xt.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!Wu(i))throw Error("`live` bindings can only contain a single expression")}render(i){return i}update(i,[t]){if(t===yt||t===C)return t;let e=i.element,o=i.name;if(i.type===Xt.PROPERTY){if(t===e[o])return yt}else if(i.type===Xt.BOOLEAN_ATTRIBUTE){if(!!t===e.hasAttribute(o))return yt}else if(i.type===Xt.ATTRIBUTE&&e.getAttribute(o)===t+"")return yt;return Ku(i),t}});var Gu={fromAttribute(i){return i??""},toAttribute(i){return i||null}};var cs=class extends hi{computeValidity({state:t,renderedControl:e}){let o=e;Lr(t)&&!o?(o=this.inputControl||document.createElement("input"),this.inputControl=o):o||(o=this.textAreaControl||document.createElement("textarea"),this.textAreaControl=o);let r=Lr(t)?o:null;if(r&&(r.type=t.type),o.value!==t.value&&(o.value=t.value),o.required=t.required,r){let n=t;n.pattern?r.pattern=n.pattern:r.removeAttribute("pattern"),n.min?r.min=n.min:r.removeAttribute("min"),n.max?r.max=n.max:r.removeAttribute("max"),n.step?r.step=n.step:r.removeAttribute("step")}return(t.minLength??-1)>-1?o.setAttribute("minlength",String(t.minLength)):o.removeAttribute("minlength"),(t.maxLength??-1)>-1?o.setAttribute("maxlength",String(t.maxLength)):o.removeAttribute("maxlength"),{validity:o.validity,validationMessage:o.validationMessage}}equals({state:t},{state:e}){let o=t.type===e.type&&t.value===e.value&&t.required===e.required&&t.minLength===e.minLength&&t.maxLength===e.maxLength;return!Lr(t)||!Lr(e)?o:o&&t.pattern===e.pattern&&t.min===e.min&&t.max===e.max&&t.step===e.step}copy({state:t}){return{state:Lr(t)?this.copyInput(t):this.copyTextArea(t),renderedControl:null}}copyInput(t){let{type:e,pattern:o,min:r,max:n,step:s}=t;return{...this.copySharedState(t),type:e,pattern:o,min:r,max:n,step:s}}copyTextArea(t){return{...this.copySharedState(t),type:t.type}}copySharedState({value:t,required:e,minLength:o,maxLength:r}){return{value:t,required:e,minLength:o,maxLength:r}}};function Lr(i){return i.type!=="textarea"}var v0=Vt(os(ui(oe(ie(T))))),V=class extends v0{constructor(){super(...arguments),this.error=!1,this.errorText="",this.label="",this.noAsterisk=!1,this.required=!1,this.value="",this.prefixText="",this.suffixText="",this.hasLeadingIcon=!1,this.hasTrailingIcon=!1,this.supportingText="",this.textDirection="",this.rows=2,this.cols=20,this.inputMode="",this.max="",this.maxLength=-1,this.min="",this.minLength=-1,this.noSpinner=!1,this.pattern="",this.placeholder="",this.readOnly=!1,this.multiple=!1,this.step="",this.type="text",this.autocomplete="",this.dirty=!1,this.focused=!1,this.nativeError=!1,this.nativeErrorText=""}get selectionDirection(){return this.getInputOrTextarea().selectionDirection}set selectionDirection(t){this.getInputOrTextarea().selectionDirection=t}get selectionEnd(){return this.getInputOrTextarea().selectionEnd}set selectionEnd(t){this.getInputOrTextarea().selectionEnd=t}get selectionStart(){return this.getInputOrTextarea().selectionStart}set selectionStart(t){this.getInputOrTextarea().selectionStart=t}get valueAsNumber(){let t=this.getInput();return t?t.valueAsNumber:NaN}set valueAsNumber(t){let e=this.getInput();e&&(e.valueAsNumber=t,this.value=e.value)}get valueAsDate(){let t=this.getInput();return t?t.valueAsDate:null}set valueAsDate(t){let e=this.getInput();e&&(e.valueAsDate=t,this.value=e.value)}get hasError(){return this.error||this.nativeError}select(){this.getInputOrTextarea().select()}setRangeText(...t){this.getInputOrTextarea().setRangeText(...t),this.value=this.getInputOrTextarea().value}setSelectionRange(t,e,o){this.getInputOrTextarea().setSelectionRange(t,e,o)}showPicker(){let t=this.getInput();t&&t.showPicker()}stepDown(t){let e=this.getInput();e&&(e.stepDown(t),this.value=e.value)}stepUp(t){let e=this.getInput();e&&(e.stepUp(t),this.value=e.value)}reset(){this.dirty=!1,this.value=this.getAttribute("value")??"",this.nativeError=!1,this.nativeErrorText=""}attributeChangedCallback(t,e,o){t==="value"&&this.dirty||super.attributeChangedCallback(t,e,o)}render(){let t={disabled:this.disabled,error:!this.disabled&&this.hasError,textarea:this.type==="textarea","no-spinner":this.noSpinner};return y`
      <span class="text-field ${N(t)}">
        ${this.renderField()}
      </span>
    `}updated(t){let e=this.getInputOrTextarea().value;this.value!==e&&(this.value=e)}renderField(){return re`<${this.fieldTag}
      class="field"
      count=${this.value.length}
      ?disabled=${this.disabled}
      ?error=${this.hasError}
      error-text=${this.getErrorText()}
      ?focused=${this.focused}
      ?has-end=${this.hasTrailingIcon}
      ?has-start=${this.hasLeadingIcon}
      label=${this.label}
      ?no-asterisk=${this.noAsterisk}
      max=${this.maxLength}
      ?populated=${!!this.value}
      ?required=${this.required}
      ?resizable=${this.type==="textarea"}
      supporting-text=${this.supportingText}
    >
      ${this.renderLeadingIcon()}
      ${this.renderInputOrTextarea()}
      ${this.renderTrailingIcon()}
      <div id="description" slot="aria-describedby"></div>
      <slot name="container" slot="container"></slot>
    </${this.fieldTag}>`}renderLeadingIcon(){return y`
      <span class="icon leading" slot="start">
        <slot name="leading-icon" @slotchange=${this.handleIconChange}></slot>
      </span>
    `}renderTrailingIcon(){return y`
      <span class="icon trailing" slot="end">
        <slot name="trailing-icon" @slotchange=${this.handleIconChange}></slot>
      </span>
    `}renderInputOrTextarea(){let t={direction:this.textDirection},e=this.ariaLabel||this.label||C,o=this.autocomplete,r=(this.maxLength??-1)>-1,n=(this.minLength??-1)>-1;if(this.type==="textarea")return y`
        <textarea
          class="input"
          style=${Fi(t)}
          aria-describedby="description"
          aria-invalid=${this.hasError}
          aria-label=${e}
          autocomplete=${o||C}
          name=${this.name||C}
          ?disabled=${this.disabled}
          maxlength=${r?this.maxLength:C}
          minlength=${n?this.minLength:C}
          placeholder=${this.placeholder||C}
          ?readonly=${this.readOnly}
          ?required=${this.required}
          rows=${this.rows}
          cols=${this.cols}
          .value=${Ee(this.value)}
          @change=${this.redispatchEvent}
          @focus=${this.handleFocusChange}
          @blur=${this.handleFocusChange}
          @input=${this.handleInput}
          @select=${this.redispatchEvent}></textarea>
      `;let s=this.renderPrefix(),a=this.renderSuffix(),l=this.inputMode;return y`
      <div class="input-wrapper">
        ${s}
        <input
          class="input"
          style=${Fi(t)}
          aria-describedby="description"
          aria-invalid=${this.hasError}
          aria-label=${e}
          autocomplete=${o||C}
          name=${this.name||C}
          ?disabled=${this.disabled}
          inputmode=${l||C}
          max=${this.max||C}
          maxlength=${r?this.maxLength:C}
          min=${this.min||C}
          minlength=${n?this.minLength:C}
          pattern=${this.pattern||C}
          placeholder=${this.placeholder||C}
          ?readonly=${this.readOnly}
          ?required=${this.required}
          ?multiple=${this.multiple}
          step=${this.step||C}
          type=${this.type}
          .value=${Ee(this.value)}
          @change=${this.redispatchEvent}
          @focus=${this.handleFocusChange}
          @blur=${this.handleFocusChange}
          @input=${this.handleInput}
          @select=${this.redispatchEvent} />
        ${a}
      </div>
    `}renderPrefix(){return this.renderAffix(this.prefixText,!1)}renderSuffix(){return this.renderAffix(this.suffixText,!0)}renderAffix(t,e){return t?y`<span class="${N({suffix:e,prefix:!e})}">${t}</span>`:C}getErrorText(){return this.error?this.errorText:this.nativeErrorText}handleFocusChange(){this.focused=this.inputOrTextarea?.matches(":focus")??!1}handleInput(t){this.dirty=!0,this.value=t.target.value}redispatchEvent(t){pi(this,t)}getInputOrTextarea(){return this.inputOrTextarea||(this.connectedCallback(),this.scheduleUpdate()),this.isUpdatePending&&this.scheduleUpdate(),this.inputOrTextarea}getInput(){return this.type==="textarea"?null:this.getInputOrTextarea()}handleIconChange(){this.hasLeadingIcon=this.leadingIcons.length>0,this.hasTrailingIcon=this.trailingIcons.length>0}[de](){return this.value}formResetCallback(){this.reset()}formStateRestoreCallback(t){this.value=t}focus(){this.getInputOrTextarea().focus()}[ke](){return new cs(()=>({state:this,renderedControl:this.inputOrTextarea}))}[Ce](){return this.inputOrTextarea}[Mo](t){t?.preventDefault();let e=this.getErrorText();this.nativeError=!!t,this.nativeErrorText=this.validationMessage,e===this.getErrorText()&&this.field?.reannounceError()}};V.shadowRootOptions={...T.shadowRootOptions,delegatesFocus:!0};f([h({type:Boolean,reflect:!0})],V.prototype,"error",void 0);f([h({attribute:"error-text"})],V.prototype,"errorText",void 0);f([h()],V.prototype,"label",void 0);f([h({type:Boolean,attribute:"no-asterisk"})],V.prototype,"noAsterisk",void 0);f([h({type:Boolean,reflect:!0})],V.prototype,"required",void 0);f([h()],V.prototype,"value",void 0);f([h({attribute:"prefix-text"})],V.prototype,"prefixText",void 0);f([h({attribute:"suffix-text"})],V.prototype,"suffixText",void 0);f([h({type:Boolean,attribute:"has-leading-icon"})],V.prototype,"hasLeadingIcon",void 0);f([h({type:Boolean,attribute:"has-trailing-icon"})],V.prototype,"hasTrailingIcon",void 0);f([h({attribute:"supporting-text"})],V.prototype,"supportingText",void 0);f([h({attribute:"text-direction"})],V.prototype,"textDirection",void 0);f([h({type:Number})],V.prototype,"rows",void 0);f([h({type:Number})],V.prototype,"cols",void 0);f([h({reflect:!0})],V.prototype,"inputMode",void 0);f([h()],V.prototype,"max",void 0);f([h({type:Number})],V.prototype,"maxLength",void 0);f([h()],V.prototype,"min",void 0);f([h({type:Number})],V.prototype,"minLength",void 0);f([h({type:Boolean,attribute:"no-spinner"})],V.prototype,"noSpinner",void 0);f([h()],V.prototype,"pattern",void 0);f([h({reflect:!0,converter:Gu})],V.prototype,"placeholder",void 0);f([h({type:Boolean,reflect:!0})],V.prototype,"readOnly",void 0);f([h({type:Boolean,reflect:!0})],V.prototype,"multiple",void 0);f([h()],V.prototype,"step",void 0);f([h({reflect:!0})],V.prototype,"type",void 0);f([h({reflect:!0})],V.prototype,"autocomplete",void 0);f([M()],V.prototype,"dirty",void 0);f([M()],V.prototype,"focused",void 0);f([M()],V.prototype,"nativeError",void 0);f([M()],V.prototype,"nativeErrorText",void 0);f([z(".input")],V.prototype,"inputOrTextarea",void 0);f([z(".field")],V.prototype,"field",void 0);f([Ht({slot:"leading-icon"})],V.prototype,"leadingIcons",void 0);f([Ht({slot:"trailing-icon"})],V.prototype,"trailingIcons",void 0);var ds=class extends V{constructor(){super(...arguments),this.fieldTag=Nt`md-outlined-field`}};var Zl=_`:host{display:inline-flex;outline:none;resize:both;text-align:start;-webkit-tap-highlight-color:rgba(0,0,0,0)}.text-field,.field{width:100%}.text-field{display:inline-flex}.field{cursor:text}.disabled .field{cursor:default}.text-field,.textarea .field{resize:inherit}slot[name=container]{border-radius:inherit}.icon{color:currentColor;display:flex;align-items:center;justify-content:center;fill:currentColor;position:relative}.icon ::slotted(*){display:flex;position:absolute}[has-start] .icon.leading{font-size:var(--_leading-icon-size);height:var(--_leading-icon-size);width:var(--_leading-icon-size)}[has-end] .icon.trailing{font-size:var(--_trailing-icon-size);height:var(--_trailing-icon-size);width:var(--_trailing-icon-size)}.input-wrapper{display:flex}.input-wrapper>*{all:inherit;padding:0}.input{caret-color:var(--_caret-color);overflow-x:hidden;text-align:inherit}.input::placeholder{color:currentColor;opacity:1}.input::-webkit-calendar-picker-indicator{display:none}.input::-webkit-search-decoration,.input::-webkit-search-cancel-button{display:none}@media(forced-colors: active){.input{background:none}}.no-spinner .input::-webkit-inner-spin-button,.no-spinner .input::-webkit-outer-spin-button{display:none}.no-spinner .input[type=number]{-moz-appearance:textfield}:focus-within .input{caret-color:var(--_focus-caret-color)}.error:focus-within .input{caret-color:var(--_error-focus-caret-color)}.text-field:not(.disabled) .prefix{color:var(--_input-text-prefix-color)}.text-field:not(.disabled) .suffix{color:var(--_input-text-suffix-color)}.text-field:not(.disabled) .input::placeholder{color:var(--_input-text-placeholder-color)}.prefix,.suffix{text-wrap:nowrap;width:min-content}.prefix{padding-inline-end:var(--_input-text-prefix-trailing-space)}.suffix{padding-inline-start:var(--_input-text-suffix-leading-space)}
`,j$=Zl.styleSheet;var Jl=class extends ds{constructor(){super(...arguments),this.fieldTag=Nt`md-outlined-field`}};Jl.styles=[Zl,Xl];Jl=f([J("md-outlined-text-field")],Jl);var Yu=i=>t=>typeof t=="function"?((e,o)=>(customElements.define(e,o),o))(i,t):((e,o)=>{let{kind:r,elements:n}=o;return{kind:r,elements:n,finisher(s){customElements.define(e,s)}}})(i,t);var g0=(i,t)=>t.kind==="method"&&t.descriptor&&!("value"in t.descriptor)?{...t,finisher(e){e.createProperty(t.key,i)}}:{kind:"field",key:Symbol(),placement:"own",descriptor:{},originalKey:t.key,initializer(){typeof t.initializer=="function"&&(this[t.key]=t.initializer.call(this))},finisher(e){e.createProperty(t.key,i)}},b0=(i,t,e)=>{t.constructor.createProperty(e,i)};function qt(i){return(t,e)=>e!==void 0?b0(i,t,e):g0(i,t)}function Xu(i){return qt({...i,state:!0})}var qe=({finisher:i,descriptor:t})=>(e,o)=>{var r;if(o===void 0){let n=(r=e.originalKey)!==null&&r!==void 0?r:e.key,s=t!=null?{kind:"method",placement:"prototype",key:n,descriptor:t(e.key)}:{...e,key:n};return i!=null&&(s.finisher=function(a){i(a,n)}),s}{let n=e.constructor;t!==void 0&&Object.defineProperty(e,o,t(o)),i?.(n,o)}};function Zu(i){return qe({finisher:(t,e)=>{Object.assign(t.prototype[e],i)}})}function Ju(i,t){return qe({descriptor:e=>{let o={get(){var r,n;return(n=(r=this.renderRoot)===null||r===void 0?void 0:r.querySelector(i))!==null&&n!==void 0?n:null},enumerable:!0,configurable:!0};if(t){let r=typeof e=="symbol"?Symbol():"__"+e;o.get=function(){var n,s;return this[r]===void 0&&(this[r]=(s=(n=this.renderRoot)===null||n===void 0?void 0:n.querySelector(i))!==null&&s!==void 0?s:null),this[r]}}return o}})}function Qu(i){return qe({descriptor:t=>({async get(){var e;return await this.updateComplete,(e=this.renderRoot)===null||e===void 0?void 0:e.querySelector(i)},enumerable:!0,configurable:!0})})}var Ql,mT=((Ql=window.HTMLSlotElement)===null||Ql===void 0?void 0:Ql.prototype.assignedElements)!=null?(i,t)=>i.assignedElements(t):(i,t)=>i.assignedNodes(t).filter((e=>e.nodeType===Node.ELEMENT_NODE));var ps=window,us=ps.ShadowRoot&&(ps.ShadyCSS===void 0||ps.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,tc=Symbol(),th=new WeakMap,Mr=class{constructor(t,e,o){if(this._$cssResult$=!0,o!==tc)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=t,this.t=e}get styleSheet(){let t=this.o,e=this.t;if(us&&t===void 0){let o=e!==void 0&&e.length===1;o&&(t=th.get(e)),t===void 0&&((this.o=t=new CSSStyleSheet).replaceSync(this.cssText),o&&th.set(e,t))}return t}toString(){return this.cssText}},eh=i=>new Mr(typeof i=="string"?i:i+"",void 0,tc),ec=(i,...t)=>{let e=i.length===1?i[0]:t.reduce(((o,r,n)=>o+(s=>{if(s._$cssResult$===!0)return s.cssText;if(typeof s=="number")return s;throw Error("Value passed to 'css' function must be a 'css' function result: "+s+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(r)+i[n+1]),i[0]);return new Mr(e,i,tc)},ic=(i,t)=>{us?i.adoptedStyleSheets=t.map((e=>e instanceof CSSStyleSheet?e:e.styleSheet)):t.forEach((e=>{let o=document.createElement("style"),r=ps.litNonce;r!==void 0&&o.setAttribute("nonce",r),o.textContent=e.cssText,i.appendChild(o)}))},hs=us?i=>i:i=>i instanceof CSSStyleSheet?(t=>{let e="";for(let o of t.cssRules)e+=o.cssText;return eh(e)})(i):i;var oc,ms=window,ih=ms.trustedTypes,y0=ih?ih.emptyScript:"",oh=ms.reactiveElementPolyfillSupport,nc={toAttribute(i,t){switch(t){case Boolean:i=i?y0:null;break;case Object:case Array:i=i==null?i:JSON.stringify(i)}return i},fromAttribute(i,t){let e=i;switch(t){case Boolean:e=i!==null;break;case Number:e=i===null?null:Number(i);break;case Object:case Array:try{e=JSON.parse(i)}catch{e=null}}return e}},rh=(i,t)=>t!==i&&(t==t||i==i),rc={attribute:!0,type:String,converter:nc,reflect:!1,hasChanged:rh},sc="finalized",We=class extends HTMLElement{constructor(){super(),this._$Ei=new Map,this.isUpdatePending=!1,this.hasUpdated=!1,this._$El=null,this._$Eu()}static addInitializer(t){var e;this.finalize(),((e=this.h)!==null&&e!==void 0?e:this.h=[]).push(t)}static get observedAttributes(){this.finalize();let t=[];return this.elementProperties.forEach(((e,o)=>{let r=this._$Ep(o,e);r!==void 0&&(this._$Ev.set(r,o),t.push(r))})),t}static createProperty(t,e=rc){if(e.state&&(e.attribute=!1),this.finalize(),this.elementProperties.set(t,e),!e.noAccessor&&!this.prototype.hasOwnProperty(t)){let o=typeof t=="symbol"?Symbol():"__"+t,r=this.getPropertyDescriptor(t,o,e);r!==void 0&&Object.defineProperty(this.prototype,t,r)}}static getPropertyDescriptor(t,e,o){return{get(){return this[e]},set(r){let n=this[t];this[e]=r,this.requestUpdate(t,n,o)},configurable:!0,enumerable:!0}}static getPropertyOptions(t){return this.elementProperties.get(t)||rc}static finalize(){if(this.hasOwnProperty(sc))return!1;this[sc]=!0;let t=Object.getPrototypeOf(this);if(t.finalize(),t.h!==void 0&&(this.h=[...t.h]),this.elementProperties=new Map(t.elementProperties),this._$Ev=new Map,this.hasOwnProperty("properties")){let e=this.properties,o=[...Object.getOwnPropertyNames(e),...Object.getOwnPropertySymbols(e)];for(let r of o)this.createProperty(r,e[r])}return this.elementStyles=this.finalizeStyles(this.styles),!0}static finalizeStyles(t){let e=[];if(Array.isArray(t)){let o=new Set(t.flat(1/0).reverse());for(let r of o)e.unshift(hs(r))}else t!==void 0&&e.push(hs(t));return e}static _$Ep(t,e){let o=e.attribute;return o===!1?void 0:typeof o=="string"?o:typeof t=="string"?t.toLowerCase():void 0}_$Eu(){var t;this._$E_=new Promise((e=>this.enableUpdating=e)),this._$AL=new Map,this._$Eg(),this.requestUpdate(),(t=this.constructor.h)===null||t===void 0||t.forEach((e=>e(this)))}addController(t){var e,o;((e=this._$ES)!==null&&e!==void 0?e:this._$ES=[]).push(t),this.renderRoot!==void 0&&this.isConnected&&((o=t.hostConnected)===null||o===void 0||o.call(t))}removeController(t){var e;(e=this._$ES)===null||e===void 0||e.splice(this._$ES.indexOf(t)>>>0,1)}_$Eg(){this.constructor.elementProperties.forEach(((t,e)=>{this.hasOwnProperty(e)&&(this._$Ei.set(e,this[e]),delete this[e])}))}createRenderRoot(){var t;let e=(t=this.shadowRoot)!==null&&t!==void 0?t:this.attachShadow(this.constructor.shadowRootOptions);return ic(e,this.constructor.elementStyles),e}connectedCallback(){var t;this.renderRoot===void 0&&(this.renderRoot=this.createRenderRoot()),this.enableUpdating(!0),(t=this._$ES)===null||t===void 0||t.forEach((e=>{var o;return(o=e.hostConnected)===null||o===void 0?void 0:o.call(e)}))}enableUpdating(t){}disconnectedCallback(){var t;(t=this._$ES)===null||t===void 0||t.forEach((e=>{var o;return(o=e.hostDisconnected)===null||o===void 0?void 0:o.call(e)}))}attributeChangedCallback(t,e,o){this._$AK(t,o)}_$EO(t,e,o=rc){var r;let n=this.constructor._$Ep(t,o);if(n!==void 0&&o.reflect===!0){let s=(((r=o.converter)===null||r===void 0?void 0:r.toAttribute)!==void 0?o.converter:nc).toAttribute(e,o.type);this._$El=t,s==null?this.removeAttribute(n):this.setAttribute(n,s),this._$El=null}}_$AK(t,e){var o;let r=this.constructor,n=r._$Ev.get(t);if(n!==void 0&&this._$El!==n){let s=r.getPropertyOptions(n),a=typeof s.converter=="function"?{fromAttribute:s.converter}:((o=s.converter)===null||o===void 0?void 0:o.fromAttribute)!==void 0?s.converter:nc;this._$El=n,this[n]=a.fromAttribute(e,s.type),this._$El=null}}requestUpdate(t,e,o){let r=!0;t!==void 0&&(((o=o||this.constructor.getPropertyOptions(t)).hasChanged||rh)(this[t],e)?(this._$AL.has(t)||this._$AL.set(t,e),o.reflect===!0&&this._$El!==t&&(this._$EC===void 0&&(this._$EC=new Map),this._$EC.set(t,o))):r=!1),!this.isUpdatePending&&r&&(this._$E_=this._$Ej())}async _$Ej(){this.isUpdatePending=!0;try{await this._$E_}catch(e){Promise.reject(e)}let t=this.scheduleUpdate();return t!=null&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){var t;if(!this.isUpdatePending)return;this.hasUpdated,this._$Ei&&(this._$Ei.forEach(((r,n)=>this[n]=r)),this._$Ei=void 0);let e=!1,o=this._$AL;try{e=this.shouldUpdate(o),e?(this.willUpdate(o),(t=this._$ES)===null||t===void 0||t.forEach((r=>{var n;return(n=r.hostUpdate)===null||n===void 0?void 0:n.call(r)})),this.update(o)):this._$Ek()}catch(r){throw e=!1,this._$Ek(),r}e&&this._$AE(o)}willUpdate(t){}_$AE(t){var e;(e=this._$ES)===null||e===void 0||e.forEach((o=>{var r;return(r=o.hostUpdated)===null||r===void 0?void 0:r.call(o)})),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),this.updated(t)}_$Ek(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$E_}shouldUpdate(t){return!0}update(t){this._$EC!==void 0&&(this._$EC.forEach(((e,o)=>this._$EO(o,this[o],e))),this._$EC=void 0),this._$Ek()}updated(t){}firstUpdated(t){}};We[sc]=!0,We.elementProperties=new Map,We.elementStyles=[],We.shadowRootOptions={mode:"open"},oh?.({ReactiveElement:We}),((oc=ms.reactiveElementVersions)!==null&&oc!==void 0?oc:ms.reactiveElementVersions=[]).push("1.6.3");var ac,fs=window,Ro=fs.trustedTypes,nh=Ro?Ro.createPolicy("lit-html",{createHTML:i=>i}):void 0,cc="$lit$",fi=`lit$${(Math.random()+"").slice(9)}$`,uh="?"+fi,x0=`<${uh}>`,ji=document,Rr=()=>ji.createComment(""),zr=i=>i===null||typeof i!="object"&&typeof i!="function",hh=Array.isArray,_0=i=>hh(i)||typeof i?.[Symbol.iterator]=="function",lc=`[ 	
\f\r]`,Pr=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,sh=/-->/g,ah=/>/g,Hi=RegExp(`>|${lc}(?:([^\\s"'>=/]+)(${lc}*=${lc}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),lh=/'/g,ch=/"/g,mh=/^(?:script|style|textarea|title)$/i,fh=i=>(t,...e)=>({_$litType$:i,strings:t,values:e}),vh=fh(1),PT=fh(2),Ui=Symbol.for("lit-noChange"),xt=Symbol.for("lit-nothing"),dh=new WeakMap,Vi=ji.createTreeWalker(ji,129,null,!1);function gh(i,t){if(!Array.isArray(i)||!i.hasOwnProperty("raw"))throw Error("invalid template strings array");return nh!==void 0?nh.createHTML(t):t}var w0=(i,t)=>{let e=i.length-1,o=[],r,n=t===2?"<svg>":"",s=Pr;for(let a=0;a<e;a++){let l=i[a],c,d,p=-1,u=0;for(;u<l.length&&(s.lastIndex=u,d=s.exec(l),d!==null);)u=s.lastIndex,s===Pr?d[1]==="!--"?s=sh:d[1]!==void 0?s=ah:d[2]!==void 0?(mh.test(d[2])&&(r=RegExp("</"+d[2],"g")),s=Hi):d[3]!==void 0&&(s=Hi):s===Hi?d[0]===">"?(s=r??Pr,p=-1):d[1]===void 0?p=-2:(p=s.lastIndex-d[2].length,c=d[1],s=d[3]===void 0?Hi:d[3]==='"'?ch:lh):s===ch||s===lh?s=Hi:s===sh||s===ah?s=Pr:(s=Hi,r=void 0);let m=s===Hi&&i[a+1].startsWith("/>")?" ":"";n+=s===Pr?l+x0:p>=0?(o.push(c),l.slice(0,p)+cc+l.slice(p)+fi+m):l+fi+(p===-2?(o.push(void 0),a):m)}return[gh(i,n+(i[e]||"<?>")+(t===2?"</svg>":"")),o]},Nr=class i{constructor({strings:t,_$litType$:e},o){let r;this.parts=[];let n=0,s=0,a=t.length-1,l=this.parts,[c,d]=w0(t,e);if(this.el=i.createElement(c,o),Vi.currentNode=this.el.content,e===2){let p=this.el.content,u=p.firstChild;u.remove(),p.append(...u.childNodes)}for(;(r=Vi.nextNode())!==null&&l.length<a;){if(r.nodeType===1){if(r.hasAttributes()){let p=[];for(let u of r.getAttributeNames())if(u.endsWith(cc)||u.startsWith(fi)){let m=d[s++];if(p.push(u),m!==void 0){let g=r.getAttribute(m.toLowerCase()+cc).split(fi),b=/([.?@])?(.*)/.exec(m);l.push({type:1,index:n,name:b[2],strings:g,ctor:b[1]==="."?pc:b[1]==="?"?uc:b[1]==="@"?hc:No})}else l.push({type:6,index:n})}for(let u of p)r.removeAttribute(u)}if(mh.test(r.tagName)){let p=r.textContent.split(fi),u=p.length-1;if(u>0){r.textContent=Ro?Ro.emptyScript:"";for(let m=0;m<u;m++)r.append(p[m],Rr()),Vi.nextNode(),l.push({type:2,index:++n});r.append(p[u],Rr())}}}else if(r.nodeType===8)if(r.data===uh)l.push({type:2,index:n});else{let p=-1;for(;(p=r.data.indexOf(fi,p+1))!==-1;)l.push({type:7,index:n}),p+=fi.length-1}n++}}static createElement(t,e){let o=ji.createElement("template");return o.innerHTML=t,o}};function zo(i,t,e=i,o){var r,n,s,a;if(t===Ui)return t;let l=o!==void 0?(r=e._$Co)===null||r===void 0?void 0:r[o]:e._$Cl,c=zr(t)?void 0:t._$litDirective$;return l?.constructor!==c&&((n=l?._$AO)===null||n===void 0||n.call(l,!1),c===void 0?l=void 0:(l=new c(i),l._$AT(i,e,o)),o!==void 0?((s=(a=e)._$Co)!==null&&s!==void 0?s:a._$Co=[])[o]=l:e._$Cl=l),l!==void 0&&(t=zo(i,l._$AS(i,t.values),l,o)),t}var dc=class{constructor(t,e){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=e}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){var e;let{el:{content:o},parts:r}=this._$AD,n=((e=t?.creationScope)!==null&&e!==void 0?e:ji).importNode(o,!0);Vi.currentNode=n;let s=Vi.nextNode(),a=0,l=0,c=r[0];for(;c!==void 0;){if(a===c.index){let d;c.type===2?d=new Dr(s,s.nextSibling,this,t):c.type===1?d=new c.ctor(s,c.name,c.strings,this,t):c.type===6&&(d=new mc(s,this,t)),this._$AV.push(d),c=r[++l]}a!==c?.index&&(s=Vi.nextNode(),a++)}return Vi.currentNode=ji,n}v(t){let e=0;for(let o of this._$AV)o!==void 0&&(o.strings!==void 0?(o._$AI(t,o,e),e+=o.strings.length-2):o._$AI(t[e])),e++}},Dr=class i{constructor(t,e,o,r){var n;this.type=2,this._$AH=xt,this._$AN=void 0,this._$AA=t,this._$AB=e,this._$AM=o,this.options=r,this._$Cp=(n=r?.isConnected)===null||n===void 0||n}get _$AU(){var t,e;return(e=(t=this._$AM)===null||t===void 0?void 0:t._$AU)!==null&&e!==void 0?e:this._$Cp}get parentNode(){let t=this._$AA.parentNode,e=this._$AM;return e!==void 0&&t?.nodeType===11&&(t=e.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,e=this){t=zo(this,t,e),zr(t)?t===xt||t==null||t===""?(this._$AH!==xt&&this._$AR(),this._$AH=xt):t!==this._$AH&&t!==Ui&&this._(t):t._$litType$!==void 0?this.g(t):t.nodeType!==void 0?this.$(t):_0(t)?this.T(t):this._(t)}k(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}$(t){this._$AH!==t&&(this._$AR(),this._$AH=this.k(t))}_(t){this._$AH!==xt&&zr(this._$AH)?this._$AA.nextSibling.data=t:this.$(ji.createTextNode(t)),this._$AH=t}g(t){var e;let{values:o,_$litType$:r}=t,n=typeof r=="number"?this._$AC(t):(r.el===void 0&&(r.el=Nr.createElement(gh(r.h,r.h[0]),this.options)),r);if(((e=this._$AH)===null||e===void 0?void 0:e._$AD)===n)this._$AH.v(o);else{let s=new dc(n,this),a=s.u(this.options);s.v(o),this.$(a),this._$AH=s}}_$AC(t){let e=dh.get(t.strings);return e===void 0&&dh.set(t.strings,e=new Nr(t)),e}T(t){hh(this._$AH)||(this._$AH=[],this._$AR());let e=this._$AH,o,r=0;for(let n of t)r===e.length?e.push(o=new i(this.k(Rr()),this.k(Rr()),this,this.options)):o=e[r],o._$AI(n),r++;r<e.length&&(this._$AR(o&&o._$AB.nextSibling,r),e.length=r)}_$AR(t=this._$AA.nextSibling,e){var o;for((o=this._$AP)===null||o===void 0||o.call(this,!1,!0,e);t&&t!==this._$AB;){let r=t.nextSibling;t.remove(),t=r}}setConnected(t){var e;this._$AM===void 0&&(this._$Cp=t,(e=this._$AP)===null||e===void 0||e.call(this,t))}},No=class{constructor(t,e,o,r,n){this.type=1,this._$AH=xt,this._$AN=void 0,this.element=t,this.name=e,this._$AM=r,this.options=n,o.length>2||o[0]!==""||o[1]!==""?(this._$AH=Array(o.length-1).fill(new String),this.strings=o):this._$AH=xt}get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}_$AI(t,e=this,o,r){let n=this.strings,s=!1;if(n===void 0)t=zo(this,t,e,0),s=!zr(t)||t!==this._$AH&&t!==Ui,s&&(this._$AH=t);else{let a=t,l,c;for(t=n[0],l=0;l<n.length-1;l++)c=zo(this,a[o+l],e,l),c===Ui&&(c=this._$AH[l]),s||(s=!zr(c)||c!==this._$AH[l]),c===xt?t=xt:t!==xt&&(t+=(c??"")+n[l+1]),this._$AH[l]=c}s&&!r&&this.j(t)}j(t){t===xt?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},pc=class extends No{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===xt?void 0:t}},k0=Ro?Ro.emptyScript:"",uc=class extends No{constructor(){super(...arguments),this.type=4}j(t){t&&t!==xt?this.element.setAttribute(this.name,k0):this.element.removeAttribute(this.name)}},hc=class extends No{constructor(t,e,o,r,n){super(t,e,o,r,n),this.type=5}_$AI(t,e=this){var o;if((t=(o=zo(this,t,e,0))!==null&&o!==void 0?o:xt)===Ui)return;let r=this._$AH,n=t===xt&&r!==xt||t.capture!==r.capture||t.once!==r.once||t.passive!==r.passive,s=t!==xt&&(r===xt||n);n&&this.element.removeEventListener(this.name,this,r),s&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){var e,o;typeof this._$AH=="function"?this._$AH.call((o=(e=this.options)===null||e===void 0?void 0:e.host)!==null&&o!==void 0?o:this.element,t):this._$AH.handleEvent(t)}},mc=class{constructor(t,e,o){this.element=t,this.type=6,this._$AN=void 0,this._$AM=e,this.options=o}get _$AU(){return this._$AM._$AU}_$AI(t){zo(this,t)}};var ph=fs.litHtmlPolyfillSupport;ph?.(Nr,Dr),((ac=fs.litHtmlVersions)!==null&&ac!==void 0?ac:fs.litHtmlVersions=[]).push("2.8.0");var bh=(i,t,e)=>{var o,r;let n=(o=e?.renderBefore)!==null&&o!==void 0?o:t,s=n._$litPart$;if(s===void 0){let a=(r=e?.renderBefore)!==null&&r!==void 0?r:null;n._$litPart$=s=new Dr(t.insertBefore(Rr(),a),a,void 0,e??{})}return s._$AI(i),s};var fc,vc;var vi=class extends We{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){var t,e;let o=super.createRenderRoot();return(t=(e=this.renderOptions).renderBefore)!==null&&t!==void 0||(e.renderBefore=o.firstChild),o}update(t){let e=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(t),this._$Do=bh(e,this.renderRoot,this.renderOptions)}connectedCallback(){var t;super.connectedCallback(),(t=this._$Do)===null||t===void 0||t.setConnected(!0)}disconnectedCallback(){var t;super.disconnectedCallback(),(t=this._$Do)===null||t===void 0||t.setConnected(!1)}render(){return Ui}};vi.finalized=!0,vi._$litElement$=!0,(fc=globalThis.litElementHydrateSupport)===null||fc===void 0||fc.call(globalThis,{LitElement:vi});var yh=globalThis.litElementPolyfillSupport;yh?.({LitElement:vi});((vc=globalThis.litElementVersions)!==null&&vc!==void 0?vc:globalThis.litElementVersions=[]).push("3.3.3");var xh=i=>t=>typeof t=="function"?((e,o)=>(customElements.define(e,o),o))(i,t):((e,o)=>{let{kind:r,elements:n}=o;return{kind:r,elements:n,finisher(s){customElements.define(e,s)}}})(i,t);var gc,l5=((gc=window.HTMLSlotElement)===null||gc===void 0?void 0:gc.prototype.assignedElements)!=null?(i,t)=>i.assignedElements(t):(i,t)=>i.assignedNodes(t).filter((e=>e.nodeType===Node.ELEMENT_NODE));var _h=ec`:host{font-family:var(--mdc-icon-font, "Material Icons");font-weight:normal;font-style:normal;font-size:var(--mdc-icon-size, 24px);line-height:1;letter-spacing:normal;text-transform:none;display:inline-block;white-space:nowrap;word-wrap:normal;direction:ltr;-webkit-font-smoothing:antialiased;text-rendering:optimizeLegibility;-moz-osx-font-smoothing:grayscale;font-feature-settings:"liga"}`;var bc=class extends vi{render(){return vh`<span><slot></slot></span>`}};bc.styles=[_h];bc=f([xh("mwc-icon")],bc);var wh=i=>t=>typeof t=="function"?((e,o)=>(customElements.define(e,o),o))(i,t):((e,o)=>{let{kind:r,elements:n}=o;return{kind:r,elements:n,finisher(s){customElements.define(e,s)}}})(i,t);var C0=(i,t)=>t.kind==="method"&&t.descriptor&&!("value"in t.descriptor)?{...t,finisher(e){e.createProperty(t.key,i)}}:{kind:"field",key:Symbol(),placement:"own",descriptor:{},originalKey:t.key,initializer(){typeof t.initializer=="function"&&(this[t.key]=t.initializer.call(this))},finisher(e){e.createProperty(t.key,i)}},E0=(i,t,e)=>{t.constructor.createProperty(e,i)};function Ae(i){return(t,e)=>e!==void 0?E0(i,t,e):C0(i,t)}function ue(i){return Ae({...i,state:!0})}var qi=({finisher:i,descriptor:t})=>(e,o)=>{var r;if(o===void 0){let n=(r=e.originalKey)!==null&&r!==void 0?r:e.key,s=t!=null?{kind:"method",placement:"prototype",key:n,descriptor:t(e.key)}:{...e,key:n};return i!=null&&(s.finisher=function(a){i(a,n)}),s}{let n=e.constructor;t!==void 0&&Object.defineProperty(e,o,t(o)),i?.(n,o)}};function kh(i,t){return qi({descriptor:e=>{let o={get(){var r,n;return(n=(r=this.renderRoot)===null||r===void 0?void 0:r.querySelector(i))!==null&&n!==void 0?n:null},enumerable:!0,configurable:!0};if(t){let r=typeof e=="symbol"?Symbol():"__"+e;o.get=function(){var n,s;return this[r]===void 0&&(this[r]=(s=(n=this.renderRoot)===null||n===void 0?void 0:n.querySelector(i))!==null&&s!==void 0?s:null),this[r]}}return o}})}var yc,W5=((yc=window.HTMLSlotElement)===null||yc===void 0?void 0:yc.prototype.assignedElements)!=null?(i,t)=>i.assignedElements(t):(i,t)=>i.assignedNodes(t).filter((e=>e.nodeType===Node.ELEMENT_NODE));function Ch(i,t){var e=i.matches||i.webkitMatchesSelector||i.msMatchesSelector;return e.call(i,t)}var vs=window,bs=vs.ShadowRoot&&(vs.ShadyCSS===void 0||vs.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,Ah=Symbol(),Eh=new WeakMap,gs=class{constructor(t,e,o){if(this._$cssResult$=!0,o!==Ah)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=t,this.t=e}get styleSheet(){let t=this.o,e=this.t;if(bs&&t===void 0){let o=e!==void 0&&e.length===1;o&&(t=Eh.get(e)),t===void 0&&((this.o=t=new CSSStyleSheet).replaceSync(this.cssText),o&&Eh.set(e,t))}return t}toString(){return this.cssText}},Sh=i=>new gs(typeof i=="string"?i:i+"",void 0,Ah);var xc=(i,t)=>{bs?i.adoptedStyleSheets=t.map((e=>e instanceof CSSStyleSheet?e:e.styleSheet)):t.forEach((e=>{let o=document.createElement("style"),r=vs.litNonce;r!==void 0&&o.setAttribute("nonce",r),o.textContent=e.cssText,i.appendChild(o)}))},ys=bs?i=>i:i=>i instanceof CSSStyleSheet?(t=>{let e="";for(let o of t.cssRules)e+=o.cssText;return Sh(e)})(i):i;var _c,xs=window,$h=xs.trustedTypes,A0=$h?$h.emptyScript:"",Th=xs.reactiveElementPolyfillSupport,kc={toAttribute(i,t){switch(t){case Boolean:i=i?A0:null;break;case Object:case Array:i=i==null?i:JSON.stringify(i)}return i},fromAttribute(i,t){let e=i;switch(t){case Boolean:e=i!==null;break;case Number:e=i===null?null:Number(i);break;case Object:case Array:try{e=JSON.parse(i)}catch{e=null}}return e}},Ih=(i,t)=>t!==i&&(t==t||i==i),wc={attribute:!0,type:String,converter:kc,reflect:!1,hasChanged:Ih},Cc="finalized",Ke=class extends HTMLElement{constructor(){super(),this._$Ei=new Map,this.isUpdatePending=!1,this.hasUpdated=!1,this._$El=null,this._$Eu()}static addInitializer(t){var e;this.finalize(),((e=this.h)!==null&&e!==void 0?e:this.h=[]).push(t)}static get observedAttributes(){this.finalize();let t=[];return this.elementProperties.forEach(((e,o)=>{let r=this._$Ep(o,e);r!==void 0&&(this._$Ev.set(r,o),t.push(r))})),t}static createProperty(t,e=wc){if(e.state&&(e.attribute=!1),this.finalize(),this.elementProperties.set(t,e),!e.noAccessor&&!this.prototype.hasOwnProperty(t)){let o=typeof t=="symbol"?Symbol():"__"+t,r=this.getPropertyDescriptor(t,o,e);r!==void 0&&Object.defineProperty(this.prototype,t,r)}}static getPropertyDescriptor(t,e,o){return{get(){return this[e]},set(r){let n=this[t];this[e]=r,this.requestUpdate(t,n,o)},configurable:!0,enumerable:!0}}static getPropertyOptions(t){return this.elementProperties.get(t)||wc}static finalize(){if(this.hasOwnProperty(Cc))return!1;this[Cc]=!0;let t=Object.getPrototypeOf(this);if(t.finalize(),t.h!==void 0&&(this.h=[...t.h]),this.elementProperties=new Map(t.elementProperties),this._$Ev=new Map,this.hasOwnProperty("properties")){let e=this.properties,o=[...Object.getOwnPropertyNames(e),...Object.getOwnPropertySymbols(e)];for(let r of o)this.createProperty(r,e[r])}return this.elementStyles=this.finalizeStyles(this.styles),!0}static finalizeStyles(t){let e=[];if(Array.isArray(t)){let o=new Set(t.flat(1/0).reverse());for(let r of o)e.unshift(ys(r))}else t!==void 0&&e.push(ys(t));return e}static _$Ep(t,e){let o=e.attribute;return o===!1?void 0:typeof o=="string"?o:typeof t=="string"?t.toLowerCase():void 0}_$Eu(){var t;this._$E_=new Promise((e=>this.enableUpdating=e)),this._$AL=new Map,this._$Eg(),this.requestUpdate(),(t=this.constructor.h)===null||t===void 0||t.forEach((e=>e(this)))}addController(t){var e,o;((e=this._$ES)!==null&&e!==void 0?e:this._$ES=[]).push(t),this.renderRoot!==void 0&&this.isConnected&&((o=t.hostConnected)===null||o===void 0||o.call(t))}removeController(t){var e;(e=this._$ES)===null||e===void 0||e.splice(this._$ES.indexOf(t)>>>0,1)}_$Eg(){this.constructor.elementProperties.forEach(((t,e)=>{this.hasOwnProperty(e)&&(this._$Ei.set(e,this[e]),delete this[e])}))}createRenderRoot(){var t;let e=(t=this.shadowRoot)!==null&&t!==void 0?t:this.attachShadow(this.constructor.shadowRootOptions);return xc(e,this.constructor.elementStyles),e}connectedCallback(){var t;this.renderRoot===void 0&&(this.renderRoot=this.createRenderRoot()),this.enableUpdating(!0),(t=this._$ES)===null||t===void 0||t.forEach((e=>{var o;return(o=e.hostConnected)===null||o===void 0?void 0:o.call(e)}))}enableUpdating(t){}disconnectedCallback(){var t;(t=this._$ES)===null||t===void 0||t.forEach((e=>{var o;return(o=e.hostDisconnected)===null||o===void 0?void 0:o.call(e)}))}attributeChangedCallback(t,e,o){this._$AK(t,o)}_$EO(t,e,o=wc){var r;let n=this.constructor._$Ep(t,o);if(n!==void 0&&o.reflect===!0){let s=(((r=o.converter)===null||r===void 0?void 0:r.toAttribute)!==void 0?o.converter:kc).toAttribute(e,o.type);this._$El=t,s==null?this.removeAttribute(n):this.setAttribute(n,s),this._$El=null}}_$AK(t,e){var o;let r=this.constructor,n=r._$Ev.get(t);if(n!==void 0&&this._$El!==n){let s=r.getPropertyOptions(n),a=typeof s.converter=="function"?{fromAttribute:s.converter}:((o=s.converter)===null||o===void 0?void 0:o.fromAttribute)!==void 0?s.converter:kc;this._$El=n,this[n]=a.fromAttribute(e,s.type),this._$El=null}}requestUpdate(t,e,o){let r=!0;t!==void 0&&(((o=o||this.constructor.getPropertyOptions(t)).hasChanged||Ih)(this[t],e)?(this._$AL.has(t)||this._$AL.set(t,e),o.reflect===!0&&this._$El!==t&&(this._$EC===void 0&&(this._$EC=new Map),this._$EC.set(t,o))):r=!1),!this.isUpdatePending&&r&&(this._$E_=this._$Ej())}async _$Ej(){this.isUpdatePending=!0;try{await this._$E_}catch(e){Promise.reject(e)}let t=this.scheduleUpdate();return t!=null&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){var t;if(!this.isUpdatePending)return;this.hasUpdated,this._$Ei&&(this._$Ei.forEach(((r,n)=>this[n]=r)),this._$Ei=void 0);let e=!1,o=this._$AL;try{e=this.shouldUpdate(o),e?(this.willUpdate(o),(t=this._$ES)===null||t===void 0||t.forEach((r=>{var n;return(n=r.hostUpdate)===null||n===void 0?void 0:n.call(r)})),this.update(o)):this._$Ek()}catch(r){throw e=!1,this._$Ek(),r}e&&this._$AE(o)}willUpdate(t){}_$AE(t){var e;(e=this._$ES)===null||e===void 0||e.forEach((o=>{var r;return(r=o.hostUpdated)===null||r===void 0?void 0:r.call(o)})),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),this.updated(t)}_$Ek(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$E_}shouldUpdate(t){return!0}update(t){this._$EC!==void 0&&(this._$EC.forEach(((e,o)=>this._$EO(o,this[o],e))),this._$EC=void 0),this._$Ek()}updated(t){}firstUpdated(t){}};Ke[Cc]=!0,Ke.elementProperties=new Map,Ke.elementStyles=[],Ke.shadowRootOptions={mode:"open"},Th?.({ReactiveElement:Ke}),((_c=xs.reactiveElementVersions)!==null&&_c!==void 0?_c:xs.reactiveElementVersions=[]).push("1.6.3");var Ec,_s=window,Do=_s.trustedTypes,Oh=Do?Do.createPolicy("lit-html",{createHTML:i=>i}):void 0,Sc="$lit$",gi=`lit$${(Math.random()+"").slice(9)}$`,Dh="?"+gi,S0=`<${Dh}>`,Gi=document,Hr=()=>Gi.createComment(""),Vr=i=>i===null||typeof i!="object"&&typeof i!="function",Bh=Array.isArray,$0=i=>Bh(i)||typeof i?.[Symbol.iterator]=="function",Ac=`[ 	
\f\r]`,Fr=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Lh=/-->/g,Mh=/>/g,Wi=RegExp(`>|${Ac}(?:([^\\s"'>=/]+)(${Ac}*=${Ac}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),Ph=/'/g,Rh=/"/g,Fh=/^(?:script|style|textarea|title)$/i,Hh=i=>(t,...e)=>({_$litType$:i,strings:t,values:e}),m4=Hh(1),f4=Hh(2),Yi=Symbol.for("lit-noChange"),_t=Symbol.for("lit-nothing"),zh=new WeakMap,Ki=Gi.createTreeWalker(Gi,129,null,!1);function Vh(i,t){if(!Array.isArray(i)||!i.hasOwnProperty("raw"))throw Error("invalid template strings array");return Oh!==void 0?Oh.createHTML(t):t}var T0=(i,t)=>{let e=i.length-1,o=[],r,n=t===2?"<svg>":"",s=Fr;for(let a=0;a<e;a++){let l=i[a],c,d,p=-1,u=0;for(;u<l.length&&(s.lastIndex=u,d=s.exec(l),d!==null);)u=s.lastIndex,s===Fr?d[1]==="!--"?s=Lh:d[1]!==void 0?s=Mh:d[2]!==void 0?(Fh.test(d[2])&&(r=RegExp("</"+d[2],"g")),s=Wi):d[3]!==void 0&&(s=Wi):s===Wi?d[0]===">"?(s=r??Fr,p=-1):d[1]===void 0?p=-2:(p=s.lastIndex-d[2].length,c=d[1],s=d[3]===void 0?Wi:d[3]==='"'?Rh:Ph):s===Rh||s===Ph?s=Wi:s===Lh||s===Mh?s=Fr:(s=Wi,r=void 0);let m=s===Wi&&i[a+1].startsWith("/>")?" ":"";n+=s===Fr?l+S0:p>=0?(o.push(c),l.slice(0,p)+Sc+l.slice(p)+gi+m):l+gi+(p===-2?(o.push(void 0),a):m)}return[Vh(i,n+(i[e]||"<?>")+(t===2?"</svg>":"")),o]},jr=class i{constructor({strings:t,_$litType$:e},o){let r;this.parts=[];let n=0,s=0,a=t.length-1,l=this.parts,[c,d]=T0(t,e);if(this.el=i.createElement(c,o),Ki.currentNode=this.el.content,e===2){let p=this.el.content,u=p.firstChild;u.remove(),p.append(...u.childNodes)}for(;(r=Ki.nextNode())!==null&&l.length<a;){if(r.nodeType===1){if(r.hasAttributes()){let p=[];for(let u of r.getAttributeNames())if(u.endsWith(Sc)||u.startsWith(gi)){let m=d[s++];if(p.push(u),m!==void 0){let g=r.getAttribute(m.toLowerCase()+Sc).split(gi),b=/([.?@])?(.*)/.exec(m);l.push({type:1,index:n,name:b[2],strings:g,ctor:b[1]==="."?Tc:b[1]==="?"?Ic:b[1]==="@"?Oc:Fo})}else l.push({type:6,index:n})}for(let u of p)r.removeAttribute(u)}if(Fh.test(r.tagName)){let p=r.textContent.split(gi),u=p.length-1;if(u>0){r.textContent=Do?Do.emptyScript:"";for(let m=0;m<u;m++)r.append(p[m],Hr()),Ki.nextNode(),l.push({type:2,index:++n});r.append(p[u],Hr())}}}else if(r.nodeType===8)if(r.data===Dh)l.push({type:2,index:n});else{let p=-1;for(;(p=r.data.indexOf(gi,p+1))!==-1;)l.push({type:7,index:n}),p+=gi.length-1}n++}}static createElement(t,e){let o=Gi.createElement("template");return o.innerHTML=t,o}};function Bo(i,t,e=i,o){var r,n,s,a;if(t===Yi)return t;let l=o!==void 0?(r=e._$Co)===null||r===void 0?void 0:r[o]:e._$Cl,c=Vr(t)?void 0:t._$litDirective$;return l?.constructor!==c&&((n=l?._$AO)===null||n===void 0||n.call(l,!1),c===void 0?l=void 0:(l=new c(i),l._$AT(i,e,o)),o!==void 0?((s=(a=e)._$Co)!==null&&s!==void 0?s:a._$Co=[])[o]=l:e._$Cl=l),l!==void 0&&(t=Bo(i,l._$AS(i,t.values),l,o)),t}var $c=class{constructor(t,e){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=e}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){var e;let{el:{content:o},parts:r}=this._$AD,n=((e=t?.creationScope)!==null&&e!==void 0?e:Gi).importNode(o,!0);Ki.currentNode=n;let s=Ki.nextNode(),a=0,l=0,c=r[0];for(;c!==void 0;){if(a===c.index){let d;c.type===2?d=new Ur(s,s.nextSibling,this,t):c.type===1?d=new c.ctor(s,c.name,c.strings,this,t):c.type===6&&(d=new Lc(s,this,t)),this._$AV.push(d),c=r[++l]}a!==c?.index&&(s=Ki.nextNode(),a++)}return Ki.currentNode=Gi,n}v(t){let e=0;for(let o of this._$AV)o!==void 0&&(o.strings!==void 0?(o._$AI(t,o,e),e+=o.strings.length-2):o._$AI(t[e])),e++}},Ur=class i{constructor(t,e,o,r){var n;this.type=2,this._$AH=_t,this._$AN=void 0,this._$AA=t,this._$AB=e,this._$AM=o,this.options=r,this._$Cp=(n=r?.isConnected)===null||n===void 0||n}get _$AU(){var t,e;return(e=(t=this._$AM)===null||t===void 0?void 0:t._$AU)!==null&&e!==void 0?e:this._$Cp}get parentNode(){let t=this._$AA.parentNode,e=this._$AM;return e!==void 0&&t?.nodeType===11&&(t=e.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,e=this){t=Bo(this,t,e),Vr(t)?t===_t||t==null||t===""?(this._$AH!==_t&&this._$AR(),this._$AH=_t):t!==this._$AH&&t!==Yi&&this._(t):t._$litType$!==void 0?this.g(t):t.nodeType!==void 0?this.$(t):$0(t)?this.T(t):this._(t)}k(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}$(t){this._$AH!==t&&(this._$AR(),this._$AH=this.k(t))}_(t){this._$AH!==_t&&Vr(this._$AH)?this._$AA.nextSibling.data=t:this.$(Gi.createTextNode(t)),this._$AH=t}g(t){var e;let{values:o,_$litType$:r}=t,n=typeof r=="number"?this._$AC(t):(r.el===void 0&&(r.el=jr.createElement(Vh(r.h,r.h[0]),this.options)),r);if(((e=this._$AH)===null||e===void 0?void 0:e._$AD)===n)this._$AH.v(o);else{let s=new $c(n,this),a=s.u(this.options);s.v(o),this.$(a),this._$AH=s}}_$AC(t){let e=zh.get(t.strings);return e===void 0&&zh.set(t.strings,e=new jr(t)),e}T(t){Bh(this._$AH)||(this._$AH=[],this._$AR());let e=this._$AH,o,r=0;for(let n of t)r===e.length?e.push(o=new i(this.k(Hr()),this.k(Hr()),this,this.options)):o=e[r],o._$AI(n),r++;r<e.length&&(this._$AR(o&&o._$AB.nextSibling,r),e.length=r)}_$AR(t=this._$AA.nextSibling,e){var o;for((o=this._$AP)===null||o===void 0||o.call(this,!1,!0,e);t&&t!==this._$AB;){let r=t.nextSibling;t.remove(),t=r}}setConnected(t){var e;this._$AM===void 0&&(this._$Cp=t,(e=this._$AP)===null||e===void 0||e.call(this,t))}},Fo=class{constructor(t,e,o,r,n){this.type=1,this._$AH=_t,this._$AN=void 0,this.element=t,this.name=e,this._$AM=r,this.options=n,o.length>2||o[0]!==""||o[1]!==""?(this._$AH=Array(o.length-1).fill(new String),this.strings=o):this._$AH=_t}get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}_$AI(t,e=this,o,r){let n=this.strings,s=!1;if(n===void 0)t=Bo(this,t,e,0),s=!Vr(t)||t!==this._$AH&&t!==Yi,s&&(this._$AH=t);else{let a=t,l,c;for(t=n[0],l=0;l<n.length-1;l++)c=Bo(this,a[o+l],e,l),c===Yi&&(c=this._$AH[l]),s||(s=!Vr(c)||c!==this._$AH[l]),c===_t?t=_t:t!==_t&&(t+=(c??"")+n[l+1]),this._$AH[l]=c}s&&!r&&this.j(t)}j(t){t===_t?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},Tc=class extends Fo{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===_t?void 0:t}},I0=Do?Do.emptyScript:"",Ic=class extends Fo{constructor(){super(...arguments),this.type=4}j(t){t&&t!==_t?this.element.setAttribute(this.name,I0):this.element.removeAttribute(this.name)}},Oc=class extends Fo{constructor(t,e,o,r,n){super(t,e,o,r,n),this.type=5}_$AI(t,e=this){var o;if((t=(o=Bo(this,t,e,0))!==null&&o!==void 0?o:_t)===Yi)return;let r=this._$AH,n=t===_t&&r!==_t||t.capture!==r.capture||t.once!==r.once||t.passive!==r.passive,s=t!==_t&&(r===_t||n);n&&this.element.removeEventListener(this.name,this,r),s&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){var e,o;typeof this._$AH=="function"?this._$AH.call((o=(e=this.options)===null||e===void 0?void 0:e.host)!==null&&o!==void 0?o:this.element,t):this._$AH.handleEvent(t)}},Lc=class{constructor(t,e,o){this.element=t,this.type=6,this._$AN=void 0,this._$AM=e,this.options=o}get _$AU(){return this._$AM._$AU}_$AI(t){Bo(this,t)}};var Nh=_s.litHtmlPolyfillSupport;Nh?.(jr,Ur),((Ec=_s.litHtmlVersions)!==null&&Ec!==void 0?Ec:_s.litHtmlVersions=[]).push("2.8.0");var jh=(i,t,e)=>{var o,r;let n=(o=e?.renderBefore)!==null&&o!==void 0?o:t,s=n._$litPart$;if(s===void 0){let a=(r=e?.renderBefore)!==null&&r!==void 0?r:null;n._$litPart$=s=new Ur(t.insertBefore(Hr(),a),a,void 0,e??{})}return s._$AI(i),s};var Mc,Pc;var bi=class extends Ke{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){var t,e;let o=super.createRenderRoot();return(t=(e=this.renderOptions).renderBefore)!==null&&t!==void 0||(e.renderBefore=o.firstChild),o}update(t){let e=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(t),this._$Do=jh(e,this.renderRoot,this.renderOptions)}connectedCallback(){var t;super.connectedCallback(),(t=this._$Do)===null||t===void 0||t.setConnected(!0)}disconnectedCallback(){var t;super.disconnectedCallback(),(t=this._$Do)===null||t===void 0||t.setConnected(!1)}render(){return Yi}};bi.finalized=!0,bi._$litElement$=!0,(Mc=globalThis.litElementHydrateSupport)===null||Mc===void 0||Mc.call(globalThis,{LitElement:bi});var Uh=globalThis.litElementPolyfillSupport;Uh?.({LitElement:bi});((Pc=globalThis.litElementVersions)!==null&&Pc!==void 0?Pc:globalThis.litElementVersions=[]).push("3.3.3");var O0=!1,qh=()=>{},L0={get passive(){return O0=!0,!1}};document.addEventListener("x",qh,L0);document.removeEventListener("x",qh);var ws=class extends bi{click(){if(this.mdcRoot){this.mdcRoot.focus(),this.mdcRoot.click();return}super.click()}createFoundation(){this.mdcFoundation!==void 0&&this.mdcFoundation.destroy(),this.mdcFoundationClass&&(this.mdcFoundation=new this.mdcFoundationClass(this.createAdapter()),this.mdcFoundation.init())}firstUpdated(){this.createFoundation()}};var Wh=(function(){function i(t){t===void 0&&(t={}),this.adapter=t}return Object.defineProperty(i,"cssClasses",{get:function(){return{}},enumerable:!1,configurable:!0}),Object.defineProperty(i,"strings",{get:function(){return{}},enumerable:!1,configurable:!0}),Object.defineProperty(i,"numbers",{get:function(){return{}},enumerable:!1,configurable:!0}),Object.defineProperty(i,"defaultAdapter",{get:function(){return{}},enumerable:!1,configurable:!0}),i.prototype.init=function(){},i.prototype.destroy=function(){},i})();var Kh={BG_FOCUSED:"mdc-ripple-upgraded--background-focused",FG_ACTIVATION:"mdc-ripple-upgraded--foreground-activation",FG_DEACTIVATION:"mdc-ripple-upgraded--foreground-deactivation",ROOT:"mdc-ripple-upgraded",UNBOUNDED:"mdc-ripple-upgraded--unbounded"},Gh={VAR_FG_SCALE:"--mdc-ripple-fg-scale",VAR_FG_SIZE:"--mdc-ripple-fg-size",VAR_FG_TRANSLATE_END:"--mdc-ripple-fg-translate-end",VAR_FG_TRANSLATE_START:"--mdc-ripple-fg-translate-start",VAR_LEFT:"--mdc-ripple-left",VAR_TOP:"--mdc-ripple-top"},Rc={DEACTIVATION_TIMEOUT_MS:225,FG_DEACTIVATION_MS:150,INITIAL_ORIGIN_SCALE:.6,PADDING:10,TAP_DELAY_MS:300};function Yh(i,t,e){if(!i)return{x:0,y:0};var o=t.x,r=t.y,n=o+e.left,s=r+e.top,a,l;if(i.type==="touchstart"){var c=i;a=c.changedTouches[0].pageX-n,l=c.changedTouches[0].pageY-s}else{var d=i;a=d.pageX-n,l=d.pageY-s}return{x:a,y:l}}var Xh=["touchstart","pointerdown","mousedown","keydown"],Zh=["touchend","pointerup","mouseup","contextmenu"],ks=[],M0=(function(i){pu(t,i);function t(e){var o=i.call(this,xo(xo({},t.defaultAdapter),e))||this;return o.activationAnimationHasEnded=!1,o.activationTimer=0,o.fgDeactivationRemovalTimer=0,o.fgScale="0",o.frame={width:0,height:0},o.initialSize=0,o.layoutFrame=0,o.maxRadius=0,o.unboundedCoords={left:0,top:0},o.activationState=o.defaultActivationState(),o.activationTimerCallback=function(){o.activationAnimationHasEnded=!0,o.runDeactivationUXLogicIfReady()},o.activateHandler=function(r){o.activateImpl(r)},o.deactivateHandler=function(){o.deactivateImpl()},o.focusHandler=function(){o.handleFocus()},o.blurHandler=function(){o.handleBlur()},o.resizeHandler=function(){o.layout()},o}return Object.defineProperty(t,"cssClasses",{get:function(){return Kh},enumerable:!1,configurable:!0}),Object.defineProperty(t,"strings",{get:function(){return Gh},enumerable:!1,configurable:!0}),Object.defineProperty(t,"numbers",{get:function(){return Rc},enumerable:!1,configurable:!0}),Object.defineProperty(t,"defaultAdapter",{get:function(){return{addClass:function(){},browserSupportsCssVars:function(){return!0},computeBoundingRect:function(){return{top:0,right:0,bottom:0,left:0,width:0,height:0}},containsEventTarget:function(){return!0},deregisterDocumentInteractionHandler:function(){},deregisterInteractionHandler:function(){},deregisterResizeHandler:function(){},getWindowPageOffset:function(){return{x:0,y:0}},isSurfaceActive:function(){return!0},isSurfaceDisabled:function(){return!0},isUnbounded:function(){return!0},registerDocumentInteractionHandler:function(){},registerInteractionHandler:function(){},registerResizeHandler:function(){},removeClass:function(){},updateCssVariable:function(){}}},enumerable:!1,configurable:!0}),t.prototype.init=function(){var e=this,o=this.supportsPressRipple();if(this.registerRootHandlers(o),o){var r=t.cssClasses,n=r.ROOT,s=r.UNBOUNDED;requestAnimationFrame(function(){e.adapter.addClass(n),e.adapter.isUnbounded()&&(e.adapter.addClass(s),e.layoutInternal())})}},t.prototype.destroy=function(){var e=this;if(this.supportsPressRipple()){this.activationTimer&&(clearTimeout(this.activationTimer),this.activationTimer=0,this.adapter.removeClass(t.cssClasses.FG_ACTIVATION)),this.fgDeactivationRemovalTimer&&(clearTimeout(this.fgDeactivationRemovalTimer),this.fgDeactivationRemovalTimer=0,this.adapter.removeClass(t.cssClasses.FG_DEACTIVATION));var o=t.cssClasses,r=o.ROOT,n=o.UNBOUNDED;requestAnimationFrame(function(){e.adapter.removeClass(r),e.adapter.removeClass(n),e.removeCssVars()})}this.deregisterRootHandlers(),this.deregisterDeactivationHandlers()},t.prototype.activate=function(e){this.activateImpl(e)},t.prototype.deactivate=function(){this.deactivateImpl()},t.prototype.layout=function(){var e=this;this.layoutFrame&&cancelAnimationFrame(this.layoutFrame),this.layoutFrame=requestAnimationFrame(function(){e.layoutInternal(),e.layoutFrame=0})},t.prototype.setUnbounded=function(e){var o=t.cssClasses.UNBOUNDED;e?this.adapter.addClass(o):this.adapter.removeClass(o)},t.prototype.handleFocus=function(){var e=this;requestAnimationFrame(function(){return e.adapter.addClass(t.cssClasses.BG_FOCUSED)})},t.prototype.handleBlur=function(){var e=this;requestAnimationFrame(function(){return e.adapter.removeClass(t.cssClasses.BG_FOCUSED)})},t.prototype.supportsPressRipple=function(){return this.adapter.browserSupportsCssVars()},t.prototype.defaultActivationState=function(){return{activationEvent:void 0,hasDeactivationUXRun:!1,isActivated:!1,isProgrammatic:!1,wasActivatedByPointer:!1,wasElementMadeActive:!1}},t.prototype.registerRootHandlers=function(e){var o,r;if(e){try{for(var n=wr(Xh),s=n.next();!s.done;s=n.next()){var a=s.value;this.adapter.registerInteractionHandler(a,this.activateHandler)}}catch(l){o={error:l}}finally{try{s&&!s.done&&(r=n.return)&&r.call(n)}finally{if(o)throw o.error}}this.adapter.isUnbounded()&&this.adapter.registerResizeHandler(this.resizeHandler)}this.adapter.registerInteractionHandler("focus",this.focusHandler),this.adapter.registerInteractionHandler("blur",this.blurHandler)},t.prototype.registerDeactivationHandlers=function(e){var o,r;if(e.type==="keydown")this.adapter.registerInteractionHandler("keyup",this.deactivateHandler);else try{for(var n=wr(Zh),s=n.next();!s.done;s=n.next()){var a=s.value;this.adapter.registerDocumentInteractionHandler(a,this.deactivateHandler)}}catch(l){o={error:l}}finally{try{s&&!s.done&&(r=n.return)&&r.call(n)}finally{if(o)throw o.error}}},t.prototype.deregisterRootHandlers=function(){var e,o;try{for(var r=wr(Xh),n=r.next();!n.done;n=r.next()){var s=n.value;this.adapter.deregisterInteractionHandler(s,this.activateHandler)}}catch(a){e={error:a}}finally{try{n&&!n.done&&(o=r.return)&&o.call(r)}finally{if(e)throw e.error}}this.adapter.deregisterInteractionHandler("focus",this.focusHandler),this.adapter.deregisterInteractionHandler("blur",this.blurHandler),this.adapter.isUnbounded()&&this.adapter.deregisterResizeHandler(this.resizeHandler)},t.prototype.deregisterDeactivationHandlers=function(){var e,o;this.adapter.deregisterInteractionHandler("keyup",this.deactivateHandler);try{for(var r=wr(Zh),n=r.next();!n.done;n=r.next()){var s=n.value;this.adapter.deregisterDocumentInteractionHandler(s,this.deactivateHandler)}}catch(a){e={error:a}}finally{try{n&&!n.done&&(o=r.return)&&o.call(r)}finally{if(e)throw e.error}}},t.prototype.removeCssVars=function(){var e=this,o=t.strings,r=Object.keys(o);r.forEach(function(n){n.indexOf("VAR_")===0&&e.adapter.updateCssVariable(o[n],null)})},t.prototype.activateImpl=function(e){var o=this;if(!this.adapter.isSurfaceDisabled()){var r=this.activationState;if(!r.isActivated){var n=this.previousActivationEvent,s=n&&e!==void 0&&n.type!==e.type;if(!s){r.isActivated=!0,r.isProgrammatic=e===void 0,r.activationEvent=e,r.wasActivatedByPointer=r.isProgrammatic?!1:e!==void 0&&(e.type==="mousedown"||e.type==="touchstart"||e.type==="pointerdown");var a=e!==void 0&&ks.length>0&&ks.some(function(l){return o.adapter.containsEventTarget(l)});if(a){this.resetActivationState();return}e!==void 0&&(ks.push(e.target),this.registerDeactivationHandlers(e)),r.wasElementMadeActive=this.checkElementMadeActive(e),r.wasElementMadeActive&&this.animateActivation(),requestAnimationFrame(function(){ks=[],!r.wasElementMadeActive&&e!==void 0&&(e.key===" "||e.keyCode===32)&&(r.wasElementMadeActive=o.checkElementMadeActive(e),r.wasElementMadeActive&&o.animateActivation()),r.wasElementMadeActive||(o.activationState=o.defaultActivationState())})}}}},t.prototype.checkElementMadeActive=function(e){return e!==void 0&&e.type==="keydown"?this.adapter.isSurfaceActive():!0},t.prototype.animateActivation=function(){var e=this,o=t.strings,r=o.VAR_FG_TRANSLATE_START,n=o.VAR_FG_TRANSLATE_END,s=t.cssClasses,a=s.FG_DEACTIVATION,l=s.FG_ACTIVATION,c=t.numbers.DEACTIVATION_TIMEOUT_MS;this.layoutInternal();var d="",p="";if(!this.adapter.isUnbounded()){var u=this.getFgTranslationCoordinates(),m=u.startPoint,g=u.endPoint;d=m.x+"px, "+m.y+"px",p=g.x+"px, "+g.y+"px"}this.adapter.updateCssVariable(r,d),this.adapter.updateCssVariable(n,p),clearTimeout(this.activationTimer),clearTimeout(this.fgDeactivationRemovalTimer),this.rmBoundedActivationClasses(),this.adapter.removeClass(a),this.adapter.computeBoundingRect(),this.adapter.addClass(l),this.activationTimer=setTimeout(function(){e.activationTimerCallback()},c)},t.prototype.getFgTranslationCoordinates=function(){var e=this.activationState,o=e.activationEvent,r=e.wasActivatedByPointer,n;r?n=Yh(o,this.adapter.getWindowPageOffset(),this.adapter.computeBoundingRect()):n={x:this.frame.width/2,y:this.frame.height/2},n={x:n.x-this.initialSize/2,y:n.y-this.initialSize/2};var s={x:this.frame.width/2-this.initialSize/2,y:this.frame.height/2-this.initialSize/2};return{startPoint:n,endPoint:s}},t.prototype.runDeactivationUXLogicIfReady=function(){var e=this,o=t.cssClasses.FG_DEACTIVATION,r=this.activationState,n=r.hasDeactivationUXRun,s=r.isActivated,a=n||!s;a&&this.activationAnimationHasEnded&&(this.rmBoundedActivationClasses(),this.adapter.addClass(o),this.fgDeactivationRemovalTimer=setTimeout(function(){e.adapter.removeClass(o)},Rc.FG_DEACTIVATION_MS))},t.prototype.rmBoundedActivationClasses=function(){var e=t.cssClasses.FG_ACTIVATION;this.adapter.removeClass(e),this.activationAnimationHasEnded=!1,this.adapter.computeBoundingRect()},t.prototype.resetActivationState=function(){var e=this;this.previousActivationEvent=this.activationState.activationEvent,this.activationState=this.defaultActivationState(),setTimeout(function(){return e.previousActivationEvent=void 0},t.numbers.TAP_DELAY_MS)},t.prototype.deactivateImpl=function(){var e=this,o=this.activationState;if(o.isActivated){var r=xo({},o);o.isProgrammatic?(requestAnimationFrame(function(){e.animateDeactivation(r)}),this.resetActivationState()):(this.deregisterDeactivationHandlers(),requestAnimationFrame(function(){e.activationState.hasDeactivationUXRun=!0,e.animateDeactivation(r),e.resetActivationState()}))}},t.prototype.animateDeactivation=function(e){var o=e.wasActivatedByPointer,r=e.wasElementMadeActive;(o||r)&&this.runDeactivationUXLogicIfReady()},t.prototype.layoutInternal=function(){var e=this;this.frame=this.adapter.computeBoundingRect();var o=Math.max(this.frame.height,this.frame.width),r=function(){var s=Math.sqrt(Math.pow(e.frame.width,2)+Math.pow(e.frame.height,2));return s+t.numbers.PADDING};this.maxRadius=this.adapter.isUnbounded()?o:r();var n=Math.floor(o*t.numbers.INITIAL_ORIGIN_SCALE);this.adapter.isUnbounded()&&n%2!==0?this.initialSize=n-1:this.initialSize=n,this.fgScale=""+this.maxRadius/this.initialSize,this.updateLayoutCssVars()},t.prototype.updateLayoutCssVars=function(){var e=t.strings,o=e.VAR_FG_SIZE,r=e.VAR_LEFT,n=e.VAR_TOP,s=e.VAR_FG_SCALE;this.adapter.updateCssVariable(o,this.initialSize+"px"),this.adapter.updateCssVariable(s,this.fgScale),this.adapter.isUnbounded()&&(this.unboundedCoords={left:Math.round(this.frame.width/2-this.initialSize/2),top:Math.round(this.frame.height/2-this.initialSize/2)},this.adapter.updateCssVariable(r,this.unboundedCoords.left+"px"),this.adapter.updateCssVariable(n,this.unboundedCoords.top+"px"))},t})(Wh);var Jh=M0;var Cs=window,Es=Cs.ShadowRoot&&(Cs.ShadyCSS===void 0||Cs.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,zc=Symbol(),Qh=new WeakMap,qr=class{constructor(t,e,o){if(this._$cssResult$=!0,o!==zc)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=t,this.t=e}get styleSheet(){let t=this.o,e=this.t;if(Es&&t===void 0){let o=e!==void 0&&e.length===1;o&&(t=Qh.get(e)),t===void 0&&((this.o=t=new CSSStyleSheet).replaceSync(this.cssText),o&&Qh.set(e,t))}return t}toString(){return this.cssText}},tm=i=>new qr(typeof i=="string"?i:i+"",void 0,zc),Nc=(i,...t)=>{let e=i.length===1?i[0]:t.reduce(((o,r,n)=>o+(s=>{if(s._$cssResult$===!0)return s.cssText;if(typeof s=="number")return s;throw Error("Value passed to 'css' function must be a 'css' function result: "+s+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(r)+i[n+1]),i[0]);return new qr(e,i,zc)},Dc=(i,t)=>{Es?i.adoptedStyleSheets=t.map((e=>e instanceof CSSStyleSheet?e:e.styleSheet)):t.forEach((e=>{let o=document.createElement("style"),r=Cs.litNonce;r!==void 0&&o.setAttribute("nonce",r),o.textContent=e.cssText,i.appendChild(o)}))},As=Es?i=>i:i=>i instanceof CSSStyleSheet?(t=>{let e="";for(let o of t.cssRules)e+=o.cssText;return tm(e)})(i):i;var Bc,Ss=window,em=Ss.trustedTypes,P0=em?em.emptyScript:"",im=Ss.reactiveElementPolyfillSupport,Hc={toAttribute(i,t){switch(t){case Boolean:i=i?P0:null;break;case Object:case Array:i=i==null?i:JSON.stringify(i)}return i},fromAttribute(i,t){let e=i;switch(t){case Boolean:e=i!==null;break;case Number:e=i===null?null:Number(i);break;case Object:case Array:try{e=JSON.parse(i)}catch{e=null}}return e}},om=(i,t)=>t!==i&&(t==t||i==i),Fc={attribute:!0,type:String,converter:Hc,reflect:!1,hasChanged:om},Vc="finalized",Ge=class extends HTMLElement{constructor(){super(),this._$Ei=new Map,this.isUpdatePending=!1,this.hasUpdated=!1,this._$El=null,this._$Eu()}static addInitializer(t){var e;this.finalize(),((e=this.h)!==null&&e!==void 0?e:this.h=[]).push(t)}static get observedAttributes(){this.finalize();let t=[];return this.elementProperties.forEach(((e,o)=>{let r=this._$Ep(o,e);r!==void 0&&(this._$Ev.set(r,o),t.push(r))})),t}static createProperty(t,e=Fc){if(e.state&&(e.attribute=!1),this.finalize(),this.elementProperties.set(t,e),!e.noAccessor&&!this.prototype.hasOwnProperty(t)){let o=typeof t=="symbol"?Symbol():"__"+t,r=this.getPropertyDescriptor(t,o,e);r!==void 0&&Object.defineProperty(this.prototype,t,r)}}static getPropertyDescriptor(t,e,o){return{get(){return this[e]},set(r){let n=this[t];this[e]=r,this.requestUpdate(t,n,o)},configurable:!0,enumerable:!0}}static getPropertyOptions(t){return this.elementProperties.get(t)||Fc}static finalize(){if(this.hasOwnProperty(Vc))return!1;this[Vc]=!0;let t=Object.getPrototypeOf(this);if(t.finalize(),t.h!==void 0&&(this.h=[...t.h]),this.elementProperties=new Map(t.elementProperties),this._$Ev=new Map,this.hasOwnProperty("properties")){let e=this.properties,o=[...Object.getOwnPropertyNames(e),...Object.getOwnPropertySymbols(e)];for(let r of o)this.createProperty(r,e[r])}return this.elementStyles=this.finalizeStyles(this.styles),!0}static finalizeStyles(t){let e=[];if(Array.isArray(t)){let o=new Set(t.flat(1/0).reverse());for(let r of o)e.unshift(As(r))}else t!==void 0&&e.push(As(t));return e}static _$Ep(t,e){let o=e.attribute;return o===!1?void 0:typeof o=="string"?o:typeof t=="string"?t.toLowerCase():void 0}_$Eu(){var t;this._$E_=new Promise((e=>this.enableUpdating=e)),this._$AL=new Map,this._$Eg(),this.requestUpdate(),(t=this.constructor.h)===null||t===void 0||t.forEach((e=>e(this)))}addController(t){var e,o;((e=this._$ES)!==null&&e!==void 0?e:this._$ES=[]).push(t),this.renderRoot!==void 0&&this.isConnected&&((o=t.hostConnected)===null||o===void 0||o.call(t))}removeController(t){var e;(e=this._$ES)===null||e===void 0||e.splice(this._$ES.indexOf(t)>>>0,1)}_$Eg(){this.constructor.elementProperties.forEach(((t,e)=>{this.hasOwnProperty(e)&&(this._$Ei.set(e,this[e]),delete this[e])}))}createRenderRoot(){var t;let e=(t=this.shadowRoot)!==null&&t!==void 0?t:this.attachShadow(this.constructor.shadowRootOptions);return Dc(e,this.constructor.elementStyles),e}connectedCallback(){var t;this.renderRoot===void 0&&(this.renderRoot=this.createRenderRoot()),this.enableUpdating(!0),(t=this._$ES)===null||t===void 0||t.forEach((e=>{var o;return(o=e.hostConnected)===null||o===void 0?void 0:o.call(e)}))}enableUpdating(t){}disconnectedCallback(){var t;(t=this._$ES)===null||t===void 0||t.forEach((e=>{var o;return(o=e.hostDisconnected)===null||o===void 0?void 0:o.call(e)}))}attributeChangedCallback(t,e,o){this._$AK(t,o)}_$EO(t,e,o=Fc){var r;let n=this.constructor._$Ep(t,o);if(n!==void 0&&o.reflect===!0){let s=(((r=o.converter)===null||r===void 0?void 0:r.toAttribute)!==void 0?o.converter:Hc).toAttribute(e,o.type);this._$El=t,s==null?this.removeAttribute(n):this.setAttribute(n,s),this._$El=null}}_$AK(t,e){var o;let r=this.constructor,n=r._$Ev.get(t);if(n!==void 0&&this._$El!==n){let s=r.getPropertyOptions(n),a=typeof s.converter=="function"?{fromAttribute:s.converter}:((o=s.converter)===null||o===void 0?void 0:o.fromAttribute)!==void 0?s.converter:Hc;this._$El=n,this[n]=a.fromAttribute(e,s.type),this._$El=null}}requestUpdate(t,e,o){let r=!0;t!==void 0&&(((o=o||this.constructor.getPropertyOptions(t)).hasChanged||om)(this[t],e)?(this._$AL.has(t)||this._$AL.set(t,e),o.reflect===!0&&this._$El!==t&&(this._$EC===void 0&&(this._$EC=new Map),this._$EC.set(t,o))):r=!1),!this.isUpdatePending&&r&&(this._$E_=this._$Ej())}async _$Ej(){this.isUpdatePending=!0;try{await this._$E_}catch(e){Promise.reject(e)}let t=this.scheduleUpdate();return t!=null&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){var t;if(!this.isUpdatePending)return;this.hasUpdated,this._$Ei&&(this._$Ei.forEach(((r,n)=>this[n]=r)),this._$Ei=void 0);let e=!1,o=this._$AL;try{e=this.shouldUpdate(o),e?(this.willUpdate(o),(t=this._$ES)===null||t===void 0||t.forEach((r=>{var n;return(n=r.hostUpdate)===null||n===void 0?void 0:n.call(r)})),this.update(o)):this._$Ek()}catch(r){throw e=!1,this._$Ek(),r}e&&this._$AE(o)}willUpdate(t){}_$AE(t){var e;(e=this._$ES)===null||e===void 0||e.forEach((o=>{var r;return(r=o.hostUpdated)===null||r===void 0?void 0:r.call(o)})),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),this.updated(t)}_$Ek(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$E_}shouldUpdate(t){return!0}update(t){this._$EC!==void 0&&(this._$EC.forEach(((e,o)=>this._$EO(o,this[o],e))),this._$EC=void 0),this._$Ek()}updated(t){}firstUpdated(t){}};Ge[Vc]=!0,Ge.elementProperties=new Map,Ge.elementStyles=[],Ge.shadowRootOptions={mode:"open"},im?.({ReactiveElement:Ge}),((Bc=Ss.reactiveElementVersions)!==null&&Bc!==void 0?Bc:Ss.reactiveElementVersions=[]).push("1.6.3");var jc,$s=window,Ho=$s.trustedTypes,rm=Ho?Ho.createPolicy("lit-html",{createHTML:i=>i}):void 0,qc="$lit$",yi=`lit$${(Math.random()+"").slice(9)}$`,pm="?"+yi,R0=`<${pm}>`,Ji=document,Kr=()=>Ji.createComment(""),Gr=i=>i===null||typeof i!="object"&&typeof i!="function",um=Array.isArray,z0=i=>um(i)||typeof i?.[Symbol.iterator]=="function",Uc=`[ 	
\f\r]`,Wr=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,nm=/-->/g,sm=/>/g,Xi=RegExp(`>|${Uc}(?:([^\\s"'>=/]+)(${Uc}*=${Uc}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),am=/'/g,lm=/"/g,hm=/^(?:script|style|textarea|title)$/i,mm=i=>(t,...e)=>({_$litType$:i,strings:t,values:e}),fm=mm(1),q4=mm(2),he=Symbol.for("lit-noChange"),wt=Symbol.for("lit-nothing"),cm=new WeakMap,Zi=Ji.createTreeWalker(Ji,129,null,!1);function vm(i,t){if(!Array.isArray(i)||!i.hasOwnProperty("raw"))throw Error("invalid template strings array");return rm!==void 0?rm.createHTML(t):t}var N0=(i,t)=>{let e=i.length-1,o=[],r,n=t===2?"<svg>":"",s=Wr;for(let a=0;a<e;a++){let l=i[a],c,d,p=-1,u=0;for(;u<l.length&&(s.lastIndex=u,d=s.exec(l),d!==null);)u=s.lastIndex,s===Wr?d[1]==="!--"?s=nm:d[1]!==void 0?s=sm:d[2]!==void 0?(hm.test(d[2])&&(r=RegExp("</"+d[2],"g")),s=Xi):d[3]!==void 0&&(s=Xi):s===Xi?d[0]===">"?(s=r??Wr,p=-1):d[1]===void 0?p=-2:(p=s.lastIndex-d[2].length,c=d[1],s=d[3]===void 0?Xi:d[3]==='"'?lm:am):s===lm||s===am?s=Xi:s===nm||s===sm?s=Wr:(s=Xi,r=void 0);let m=s===Xi&&i[a+1].startsWith("/>")?" ":"";n+=s===Wr?l+R0:p>=0?(o.push(c),l.slice(0,p)+qc+l.slice(p)+yi+m):l+yi+(p===-2?(o.push(void 0),a):m)}return[vm(i,n+(i[e]||"<?>")+(t===2?"</svg>":"")),o]},Yr=class i{constructor({strings:t,_$litType$:e},o){let r;this.parts=[];let n=0,s=0,a=t.length-1,l=this.parts,[c,d]=N0(t,e);if(this.el=i.createElement(c,o),Zi.currentNode=this.el.content,e===2){let p=this.el.content,u=p.firstChild;u.remove(),p.append(...u.childNodes)}for(;(r=Zi.nextNode())!==null&&l.length<a;){if(r.nodeType===1){if(r.hasAttributes()){let p=[];for(let u of r.getAttributeNames())if(u.endsWith(qc)||u.startsWith(yi)){let m=d[s++];if(p.push(u),m!==void 0){let g=r.getAttribute(m.toLowerCase()+qc).split(yi),b=/([.?@])?(.*)/.exec(m);l.push({type:1,index:n,name:b[2],strings:g,ctor:b[1]==="."?Kc:b[1]==="?"?Gc:b[1]==="@"?Yc:jo})}else l.push({type:6,index:n})}for(let u of p)r.removeAttribute(u)}if(hm.test(r.tagName)){let p=r.textContent.split(yi),u=p.length-1;if(u>0){r.textContent=Ho?Ho.emptyScript:"";for(let m=0;m<u;m++)r.append(p[m],Kr()),Zi.nextNode(),l.push({type:2,index:++n});r.append(p[u],Kr())}}}else if(r.nodeType===8)if(r.data===pm)l.push({type:2,index:n});else{let p=-1;for(;(p=r.data.indexOf(yi,p+1))!==-1;)l.push({type:7,index:n}),p+=yi.length-1}n++}}static createElement(t,e){let o=Ji.createElement("template");return o.innerHTML=t,o}};function Vo(i,t,e=i,o){var r,n,s,a;if(t===he)return t;let l=o!==void 0?(r=e._$Co)===null||r===void 0?void 0:r[o]:e._$Cl,c=Gr(t)?void 0:t._$litDirective$;return l?.constructor!==c&&((n=l?._$AO)===null||n===void 0||n.call(l,!1),c===void 0?l=void 0:(l=new c(i),l._$AT(i,e,o)),o!==void 0?((s=(a=e)._$Co)!==null&&s!==void 0?s:a._$Co=[])[o]=l:e._$Cl=l),l!==void 0&&(t=Vo(i,l._$AS(i,t.values),l,o)),t}var Wc=class{constructor(t,e){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=e}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){var e;let{el:{content:o},parts:r}=this._$AD,n=((e=t?.creationScope)!==null&&e!==void 0?e:Ji).importNode(o,!0);Zi.currentNode=n;let s=Zi.nextNode(),a=0,l=0,c=r[0];for(;c!==void 0;){if(a===c.index){let d;c.type===2?d=new Xr(s,s.nextSibling,this,t):c.type===1?d=new c.ctor(s,c.name,c.strings,this,t):c.type===6&&(d=new Xc(s,this,t)),this._$AV.push(d),c=r[++l]}a!==c?.index&&(s=Zi.nextNode(),a++)}return Zi.currentNode=Ji,n}v(t){let e=0;for(let o of this._$AV)o!==void 0&&(o.strings!==void 0?(o._$AI(t,o,e),e+=o.strings.length-2):o._$AI(t[e])),e++}},Xr=class i{constructor(t,e,o,r){var n;this.type=2,this._$AH=wt,this._$AN=void 0,this._$AA=t,this._$AB=e,this._$AM=o,this.options=r,this._$Cp=(n=r?.isConnected)===null||n===void 0||n}get _$AU(){var t,e;return(e=(t=this._$AM)===null||t===void 0?void 0:t._$AU)!==null&&e!==void 0?e:this._$Cp}get parentNode(){let t=this._$AA.parentNode,e=this._$AM;return e!==void 0&&t?.nodeType===11&&(t=e.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,e=this){t=Vo(this,t,e),Gr(t)?t===wt||t==null||t===""?(this._$AH!==wt&&this._$AR(),this._$AH=wt):t!==this._$AH&&t!==he&&this._(t):t._$litType$!==void 0?this.g(t):t.nodeType!==void 0?this.$(t):z0(t)?this.T(t):this._(t)}k(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}$(t){this._$AH!==t&&(this._$AR(),this._$AH=this.k(t))}_(t){this._$AH!==wt&&Gr(this._$AH)?this._$AA.nextSibling.data=t:this.$(Ji.createTextNode(t)),this._$AH=t}g(t){var e;let{values:o,_$litType$:r}=t,n=typeof r=="number"?this._$AC(t):(r.el===void 0&&(r.el=Yr.createElement(vm(r.h,r.h[0]),this.options)),r);if(((e=this._$AH)===null||e===void 0?void 0:e._$AD)===n)this._$AH.v(o);else{let s=new Wc(n,this),a=s.u(this.options);s.v(o),this.$(a),this._$AH=s}}_$AC(t){let e=cm.get(t.strings);return e===void 0&&cm.set(t.strings,e=new Yr(t)),e}T(t){um(this._$AH)||(this._$AH=[],this._$AR());let e=this._$AH,o,r=0;for(let n of t)r===e.length?e.push(o=new i(this.k(Kr()),this.k(Kr()),this,this.options)):o=e[r],o._$AI(n),r++;r<e.length&&(this._$AR(o&&o._$AB.nextSibling,r),e.length=r)}_$AR(t=this._$AA.nextSibling,e){var o;for((o=this._$AP)===null||o===void 0||o.call(this,!1,!0,e);t&&t!==this._$AB;){let r=t.nextSibling;t.remove(),t=r}}setConnected(t){var e;this._$AM===void 0&&(this._$Cp=t,(e=this._$AP)===null||e===void 0||e.call(this,t))}},jo=class{constructor(t,e,o,r,n){this.type=1,this._$AH=wt,this._$AN=void 0,this.element=t,this.name=e,this._$AM=r,this.options=n,o.length>2||o[0]!==""||o[1]!==""?(this._$AH=Array(o.length-1).fill(new String),this.strings=o):this._$AH=wt}get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}_$AI(t,e=this,o,r){let n=this.strings,s=!1;if(n===void 0)t=Vo(this,t,e,0),s=!Gr(t)||t!==this._$AH&&t!==he,s&&(this._$AH=t);else{let a=t,l,c;for(t=n[0],l=0;l<n.length-1;l++)c=Vo(this,a[o+l],e,l),c===he&&(c=this._$AH[l]),s||(s=!Gr(c)||c!==this._$AH[l]),c===wt?t=wt:t!==wt&&(t+=(c??"")+n[l+1]),this._$AH[l]=c}s&&!r&&this.j(t)}j(t){t===wt?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},Kc=class extends jo{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===wt?void 0:t}},D0=Ho?Ho.emptyScript:"",Gc=class extends jo{constructor(){super(...arguments),this.type=4}j(t){t&&t!==wt?this.element.setAttribute(this.name,D0):this.element.removeAttribute(this.name)}},Yc=class extends jo{constructor(t,e,o,r,n){super(t,e,o,r,n),this.type=5}_$AI(t,e=this){var o;if((t=(o=Vo(this,t,e,0))!==null&&o!==void 0?o:wt)===he)return;let r=this._$AH,n=t===wt&&r!==wt||t.capture!==r.capture||t.once!==r.once||t.passive!==r.passive,s=t!==wt&&(r===wt||n);n&&this.element.removeEventListener(this.name,this,r),s&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){var e,o;typeof this._$AH=="function"?this._$AH.call((o=(e=this.options)===null||e===void 0?void 0:e.host)!==null&&o!==void 0?o:this.element,t):this._$AH.handleEvent(t)}},Xc=class{constructor(t,e,o){this.element=t,this.type=6,this._$AN=void 0,this._$AM=e,this.options=o}get _$AU(){return this._$AM._$AU}_$AI(t){Vo(this,t)}};var dm=$s.litHtmlPolyfillSupport;dm?.(Yr,Xr),((jc=$s.litHtmlVersions)!==null&&jc!==void 0?jc:$s.litHtmlVersions=[]).push("2.8.0");var gm=(i,t,e)=>{var o,r;let n=(o=e?.renderBefore)!==null&&o!==void 0?o:t,s=n._$litPart$;if(s===void 0){let a=(r=e?.renderBefore)!==null&&r!==void 0?r:null;n._$litPart$=s=new Xr(t.insertBefore(Kr(),a),a,void 0,e??{})}return s._$AI(i),s};var Zc,Jc;var Uo=class extends Ge{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){var t,e;let o=super.createRenderRoot();return(t=(e=this.renderOptions).renderBefore)!==null&&t!==void 0||(e.renderBefore=o.firstChild),o}update(t){let e=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(t),this._$Do=gm(e,this.renderRoot,this.renderOptions)}connectedCallback(){var t;super.connectedCallback(),(t=this._$Do)===null||t===void 0||t.setConnected(!0)}disconnectedCallback(){var t;super.disconnectedCallback(),(t=this._$Do)===null||t===void 0||t.setConnected(!1)}render(){return he}};Uo.finalized=!0,Uo._$litElement$=!0,(Zc=globalThis.litElementHydrateSupport)===null||Zc===void 0||Zc.call(globalThis,{LitElement:Uo});var bm=globalThis.litElementPolyfillSupport;bm?.({LitElement:Uo});((Jc=globalThis.litElementVersions)!==null&&Jc!==void 0?Jc:globalThis.litElementVersions=[]).push("3.3.3");var Ts={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},Is=i=>(...t)=>({_$litDirective$:i,values:t}),qo=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,e,o){this._$Ct=t,this._$AM=e,this._$Ci=o}_$AS(t,e){return this.update(t,e)}update(t,e){return this.render(...e)}};var ym=Is(class extends qo{constructor(i){var t;if(super(i),i.type!==Ts.ATTRIBUTE||i.name!=="class"||((t=i.strings)===null||t===void 0?void 0:t.length)>2)throw Error("`classMap()` can only be used in the `class` attribute and must be the only part in the attribute.")}render(i){return" "+Object.keys(i).filter((t=>i[t])).join(" ")+" "}update(i,[t]){var e,o;if(this.it===void 0){this.it=new Set,i.strings!==void 0&&(this.nt=new Set(i.strings.join(" ").split(/\s/).filter((n=>n!==""))));for(let n in t)t[n]&&!(!((e=this.nt)===null||e===void 0)&&e.has(n))&&this.it.add(n);return this.render(t)}let r=i.element.classList;this.it.forEach((n=>{n in t||(r.remove(n),this.it.delete(n))}));for(let n in t){let s=!!t[n];s===this.it.has(n)||!((o=this.nt)===null||o===void 0)&&o.has(n)||(s?(r.add(n),this.it.add(n)):(r.remove(n),this.it.delete(n)))}return he}});var xm="important",B0=" !"+xm,_m=Is(class extends qo{constructor(i){var t;if(super(i),i.type!==Ts.ATTRIBUTE||i.name!=="style"||((t=i.strings)===null||t===void 0?void 0:t.length)>2)throw Error("The `styleMap` directive must be used in the `style` attribute and must be the only part in the attribute.")}render(i){return Object.keys(i).reduce(((t,e)=>{let o=i[e];return o==null?t:t+`${e=e.includes("-")?e:e.replace(/(?:^(webkit|moz|ms|o)|)(?=[A-Z])/g,"-$&").toLowerCase()}:${o};`}),"")}update(i,[t]){let{style:e}=i.element;if(this.ht===void 0){this.ht=new Set;for(let o in t)this.ht.add(o);return this.render(t)}this.ht.forEach((o=>{t[o]==null&&(this.ht.delete(o),o.includes("-")?e.removeProperty(o):e[o]="")}));for(let o in t){let r=t[o];if(r!=null){this.ht.add(o);let n=typeof r=="string"&&r.endsWith(B0);o.includes("-")||n?e.setProperty(o,n?r.slice(0,-11):r,n?xm:""):e[o]=r}}return he}});var pt=class extends ws{constructor(){super(...arguments),this.primary=!1,this.accent=!1,this.unbounded=!1,this.disabled=!1,this.activated=!1,this.selected=!1,this.internalUseStateLayerCustomProperties=!1,this.hovering=!1,this.bgFocused=!1,this.fgActivation=!1,this.fgDeactivation=!1,this.fgScale="",this.fgSize="",this.translateStart="",this.translateEnd="",this.leftPos="",this.topPos="",this.mdcFoundationClass=Jh}get isActive(){return Ch(this.parentElement||this,":active")}createAdapter(){return{browserSupportsCssVars:()=>!0,isUnbounded:()=>this.unbounded,isSurfaceActive:()=>this.isActive,isSurfaceDisabled:()=>this.disabled,addClass:t=>{switch(t){case"mdc-ripple-upgraded--background-focused":this.bgFocused=!0;break;case"mdc-ripple-upgraded--foreground-activation":this.fgActivation=!0;break;case"mdc-ripple-upgraded--foreground-deactivation":this.fgDeactivation=!0;break;default:break}},removeClass:t=>{switch(t){case"mdc-ripple-upgraded--background-focused":this.bgFocused=!1;break;case"mdc-ripple-upgraded--foreground-activation":this.fgActivation=!1;break;case"mdc-ripple-upgraded--foreground-deactivation":this.fgDeactivation=!1;break;default:break}},containsEventTarget:()=>!0,registerInteractionHandler:()=>{},deregisterInteractionHandler:()=>{},registerDocumentInteractionHandler:()=>{},deregisterDocumentInteractionHandler:()=>{},registerResizeHandler:()=>{},deregisterResizeHandler:()=>{},updateCssVariable:(t,e)=>{switch(t){case"--mdc-ripple-fg-scale":this.fgScale=e;break;case"--mdc-ripple-fg-size":this.fgSize=e;break;case"--mdc-ripple-fg-translate-end":this.translateEnd=e;break;case"--mdc-ripple-fg-translate-start":this.translateStart=e;break;case"--mdc-ripple-left":this.leftPos=e;break;case"--mdc-ripple-top":this.topPos=e;break;default:break}},computeBoundingRect:()=>(this.parentElement||this).getBoundingClientRect(),getWindowPageOffset:()=>({x:window.pageXOffset,y:window.pageYOffset})}}startPress(t){this.waitForFoundation(()=>{this.mdcFoundation.activate(t)})}endPress(){this.waitForFoundation(()=>{this.mdcFoundation.deactivate()})}startFocus(){this.waitForFoundation(()=>{this.mdcFoundation.handleFocus()})}endFocus(){this.waitForFoundation(()=>{this.mdcFoundation.handleBlur()})}startHover(){this.hovering=!0}endHover(){this.hovering=!1}waitForFoundation(t){this.mdcFoundation?t():this.updateComplete.then(t)}update(t){t.has("disabled")&&this.disabled&&this.endHover(),super.update(t)}render(){let t=this.activated&&(this.primary||!this.accent),e=this.selected&&(this.primary||!this.accent),o={"mdc-ripple-surface--accent":this.accent,"mdc-ripple-surface--primary--activated":t,"mdc-ripple-surface--accent--activated":this.accent&&this.activated,"mdc-ripple-surface--primary--selected":e,"mdc-ripple-surface--accent--selected":this.accent&&this.selected,"mdc-ripple-surface--disabled":this.disabled,"mdc-ripple-surface--hover":this.hovering,"mdc-ripple-surface--primary":this.primary,"mdc-ripple-surface--selected":this.selected,"mdc-ripple-upgraded--background-focused":this.bgFocused,"mdc-ripple-upgraded--foreground-activation":this.fgActivation,"mdc-ripple-upgraded--foreground-deactivation":this.fgDeactivation,"mdc-ripple-upgraded--unbounded":this.unbounded,"mdc-ripple-surface--internal-use-state-layer-custom-properties":this.internalUseStateLayerCustomProperties};return fm`
        <div class="mdc-ripple-surface mdc-ripple-upgraded ${ym(o)}"
          style="${_m({"--mdc-ripple-fg-scale":this.fgScale,"--mdc-ripple-fg-size":this.fgSize,"--mdc-ripple-fg-translate-end":this.translateEnd,"--mdc-ripple-fg-translate-start":this.translateStart,"--mdc-ripple-left":this.leftPos,"--mdc-ripple-top":this.topPos})}"></div>`}};f([kh(".mdc-ripple-surface")],pt.prototype,"mdcRoot",void 0);f([Ae({type:Boolean})],pt.prototype,"primary",void 0);f([Ae({type:Boolean})],pt.prototype,"accent",void 0);f([Ae({type:Boolean})],pt.prototype,"unbounded",void 0);f([Ae({type:Boolean})],pt.prototype,"disabled",void 0);f([Ae({type:Boolean})],pt.prototype,"activated",void 0);f([Ae({type:Boolean})],pt.prototype,"selected",void 0);f([Ae({type:Boolean})],pt.prototype,"internalUseStateLayerCustomProperties",void 0);f([ue()],pt.prototype,"hovering",void 0);f([ue()],pt.prototype,"bgFocused",void 0);f([ue()],pt.prototype,"fgActivation",void 0);f([ue()],pt.prototype,"fgDeactivation",void 0);f([ue()],pt.prototype,"fgScale",void 0);f([ue()],pt.prototype,"fgSize",void 0);f([ue()],pt.prototype,"translateStart",void 0);f([ue()],pt.prototype,"translateEnd",void 0);f([ue()],pt.prototype,"leftPos",void 0);f([ue()],pt.prototype,"topPos",void 0);var wm=Nc`.mdc-ripple-surface{--mdc-ripple-fg-size: 0;--mdc-ripple-left: 0;--mdc-ripple-top: 0;--mdc-ripple-fg-scale: 1;--mdc-ripple-fg-translate-end: 0;--mdc-ripple-fg-translate-start: 0;-webkit-tap-highlight-color:rgba(0,0,0,0);will-change:transform,opacity;position:relative;outline:none;overflow:hidden}.mdc-ripple-surface::before,.mdc-ripple-surface::after{position:absolute;border-radius:50%;opacity:0;pointer-events:none;content:""}.mdc-ripple-surface::before{transition:opacity 15ms linear,background-color 15ms linear;z-index:1;z-index:var(--mdc-ripple-z-index, 1)}.mdc-ripple-surface::after{z-index:0;z-index:var(--mdc-ripple-z-index, 0)}.mdc-ripple-surface.mdc-ripple-upgraded::before{transform:scale(var(--mdc-ripple-fg-scale, 1))}.mdc-ripple-surface.mdc-ripple-upgraded::after{top:0;left:0;transform:scale(0);transform-origin:center center}.mdc-ripple-surface.mdc-ripple-upgraded--unbounded::after{top:var(--mdc-ripple-top, 0);left:var(--mdc-ripple-left, 0)}.mdc-ripple-surface.mdc-ripple-upgraded--foreground-activation::after{animation:mdc-ripple-fg-radius-in 225ms forwards,mdc-ripple-fg-opacity-in 75ms forwards}.mdc-ripple-surface.mdc-ripple-upgraded--foreground-deactivation::after{animation:mdc-ripple-fg-opacity-out 150ms;transform:translate(var(--mdc-ripple-fg-translate-end, 0)) scale(var(--mdc-ripple-fg-scale, 1))}.mdc-ripple-surface::before,.mdc-ripple-surface::after{top:calc(50% - 100%);left:calc(50% - 100%);width:200%;height:200%}.mdc-ripple-surface.mdc-ripple-upgraded::after{width:var(--mdc-ripple-fg-size, 100%);height:var(--mdc-ripple-fg-size, 100%)}.mdc-ripple-surface[data-mdc-ripple-is-unbounded],.mdc-ripple-upgraded--unbounded{overflow:visible}.mdc-ripple-surface[data-mdc-ripple-is-unbounded]::before,.mdc-ripple-surface[data-mdc-ripple-is-unbounded]::after,.mdc-ripple-upgraded--unbounded::before,.mdc-ripple-upgraded--unbounded::after{top:calc(50% - 50%);left:calc(50% - 50%);width:100%;height:100%}.mdc-ripple-surface[data-mdc-ripple-is-unbounded].mdc-ripple-upgraded::before,.mdc-ripple-surface[data-mdc-ripple-is-unbounded].mdc-ripple-upgraded::after,.mdc-ripple-upgraded--unbounded.mdc-ripple-upgraded::before,.mdc-ripple-upgraded--unbounded.mdc-ripple-upgraded::after{top:var(--mdc-ripple-top, calc(50% - 50%));left:var(--mdc-ripple-left, calc(50% - 50%));width:var(--mdc-ripple-fg-size, 100%);height:var(--mdc-ripple-fg-size, 100%)}.mdc-ripple-surface[data-mdc-ripple-is-unbounded].mdc-ripple-upgraded::after,.mdc-ripple-upgraded--unbounded.mdc-ripple-upgraded::after{width:var(--mdc-ripple-fg-size, 100%);height:var(--mdc-ripple-fg-size, 100%)}.mdc-ripple-surface::before,.mdc-ripple-surface::after{background-color:#000;background-color:var(--mdc-ripple-color, #000)}.mdc-ripple-surface:hover::before,.mdc-ripple-surface.mdc-ripple-surface--hover::before{opacity:0.04;opacity:var(--mdc-ripple-hover-opacity, 0.04)}.mdc-ripple-surface.mdc-ripple-upgraded--background-focused::before,.mdc-ripple-surface:not(.mdc-ripple-upgraded):focus::before{transition-duration:75ms;opacity:0.12;opacity:var(--mdc-ripple-focus-opacity, 0.12)}.mdc-ripple-surface:not(.mdc-ripple-upgraded)::after{transition:opacity 150ms linear}.mdc-ripple-surface:not(.mdc-ripple-upgraded):active::after{transition-duration:75ms;opacity:0.12;opacity:var(--mdc-ripple-press-opacity, 0.12)}.mdc-ripple-surface.mdc-ripple-upgraded{--mdc-ripple-fg-opacity:var(--mdc-ripple-press-opacity, 0.12)}@keyframes mdc-ripple-fg-radius-in{from{animation-timing-function:cubic-bezier(0.4, 0, 0.2, 1);transform:translate(var(--mdc-ripple-fg-translate-start, 0)) scale(1)}to{transform:translate(var(--mdc-ripple-fg-translate-end, 0)) scale(var(--mdc-ripple-fg-scale, 1))}}@keyframes mdc-ripple-fg-opacity-in{from{animation-timing-function:linear;opacity:0}to{opacity:var(--mdc-ripple-fg-opacity, 0)}}@keyframes mdc-ripple-fg-opacity-out{from{animation-timing-function:linear;opacity:var(--mdc-ripple-fg-opacity, 0)}to{opacity:0}}:host{position:absolute;top:0;left:0;width:100%;height:100%;pointer-events:none;display:block}:host .mdc-ripple-surface{position:absolute;top:0;left:0;width:100%;height:100%;pointer-events:none;will-change:unset}.mdc-ripple-surface--primary::before,.mdc-ripple-surface--primary::after{background-color:#6200ee;background-color:var(--mdc-ripple-color, var(--mdc-theme-primary, #6200ee))}.mdc-ripple-surface--primary:hover::before,.mdc-ripple-surface--primary.mdc-ripple-surface--hover::before{opacity:0.04;opacity:var(--mdc-ripple-hover-opacity, 0.04)}.mdc-ripple-surface--primary.mdc-ripple-upgraded--background-focused::before,.mdc-ripple-surface--primary:not(.mdc-ripple-upgraded):focus::before{transition-duration:75ms;opacity:0.12;opacity:var(--mdc-ripple-focus-opacity, 0.12)}.mdc-ripple-surface--primary:not(.mdc-ripple-upgraded)::after{transition:opacity 150ms linear}.mdc-ripple-surface--primary:not(.mdc-ripple-upgraded):active::after{transition-duration:75ms;opacity:0.12;opacity:var(--mdc-ripple-press-opacity, 0.12)}.mdc-ripple-surface--primary.mdc-ripple-upgraded{--mdc-ripple-fg-opacity:var(--mdc-ripple-press-opacity, 0.12)}.mdc-ripple-surface--primary--activated::before{opacity:0.12;opacity:var(--mdc-ripple-activated-opacity, 0.12)}.mdc-ripple-surface--primary--activated::before,.mdc-ripple-surface--primary--activated::after{background-color:#6200ee;background-color:var(--mdc-ripple-color, var(--mdc-theme-primary, #6200ee))}.mdc-ripple-surface--primary--activated:hover::before,.mdc-ripple-surface--primary--activated.mdc-ripple-surface--hover::before{opacity:0.16;opacity:var(--mdc-ripple-hover-opacity, 0.16)}.mdc-ripple-surface--primary--activated.mdc-ripple-upgraded--background-focused::before,.mdc-ripple-surface--primary--activated:not(.mdc-ripple-upgraded):focus::before{transition-duration:75ms;opacity:0.24;opacity:var(--mdc-ripple-focus-opacity, 0.24)}.mdc-ripple-surface--primary--activated:not(.mdc-ripple-upgraded)::after{transition:opacity 150ms linear}.mdc-ripple-surface--primary--activated:not(.mdc-ripple-upgraded):active::after{transition-duration:75ms;opacity:0.24;opacity:var(--mdc-ripple-press-opacity, 0.24)}.mdc-ripple-surface--primary--activated.mdc-ripple-upgraded{--mdc-ripple-fg-opacity:var(--mdc-ripple-press-opacity, 0.24)}.mdc-ripple-surface--primary--selected::before{opacity:0.08;opacity:var(--mdc-ripple-selected-opacity, 0.08)}.mdc-ripple-surface--primary--selected::before,.mdc-ripple-surface--primary--selected::after{background-color:#6200ee;background-color:var(--mdc-ripple-color, var(--mdc-theme-primary, #6200ee))}.mdc-ripple-surface--primary--selected:hover::before,.mdc-ripple-surface--primary--selected.mdc-ripple-surface--hover::before{opacity:0.12;opacity:var(--mdc-ripple-hover-opacity, 0.12)}.mdc-ripple-surface--primary--selected.mdc-ripple-upgraded--background-focused::before,.mdc-ripple-surface--primary--selected:not(.mdc-ripple-upgraded):focus::before{transition-duration:75ms;opacity:0.2;opacity:var(--mdc-ripple-focus-opacity, 0.2)}.mdc-ripple-surface--primary--selected:not(.mdc-ripple-upgraded)::after{transition:opacity 150ms linear}.mdc-ripple-surface--primary--selected:not(.mdc-ripple-upgraded):active::after{transition-duration:75ms;opacity:0.2;opacity:var(--mdc-ripple-press-opacity, 0.2)}.mdc-ripple-surface--primary--selected.mdc-ripple-upgraded{--mdc-ripple-fg-opacity:var(--mdc-ripple-press-opacity, 0.2)}.mdc-ripple-surface--accent::before,.mdc-ripple-surface--accent::after{background-color:#018786;background-color:var(--mdc-ripple-color, var(--mdc-theme-secondary, #018786))}.mdc-ripple-surface--accent:hover::before,.mdc-ripple-surface--accent.mdc-ripple-surface--hover::before{opacity:0.04;opacity:var(--mdc-ripple-hover-opacity, 0.04)}.mdc-ripple-surface--accent.mdc-ripple-upgraded--background-focused::before,.mdc-ripple-surface--accent:not(.mdc-ripple-upgraded):focus::before{transition-duration:75ms;opacity:0.12;opacity:var(--mdc-ripple-focus-opacity, 0.12)}.mdc-ripple-surface--accent:not(.mdc-ripple-upgraded)::after{transition:opacity 150ms linear}.mdc-ripple-surface--accent:not(.mdc-ripple-upgraded):active::after{transition-duration:75ms;opacity:0.12;opacity:var(--mdc-ripple-press-opacity, 0.12)}.mdc-ripple-surface--accent.mdc-ripple-upgraded{--mdc-ripple-fg-opacity:var(--mdc-ripple-press-opacity, 0.12)}.mdc-ripple-surface--accent--activated::before{opacity:0.12;opacity:var(--mdc-ripple-activated-opacity, 0.12)}.mdc-ripple-surface--accent--activated::before,.mdc-ripple-surface--accent--activated::after{background-color:#018786;background-color:var(--mdc-ripple-color, var(--mdc-theme-secondary, #018786))}.mdc-ripple-surface--accent--activated:hover::before,.mdc-ripple-surface--accent--activated.mdc-ripple-surface--hover::before{opacity:0.16;opacity:var(--mdc-ripple-hover-opacity, 0.16)}.mdc-ripple-surface--accent--activated.mdc-ripple-upgraded--background-focused::before,.mdc-ripple-surface--accent--activated:not(.mdc-ripple-upgraded):focus::before{transition-duration:75ms;opacity:0.24;opacity:var(--mdc-ripple-focus-opacity, 0.24)}.mdc-ripple-surface--accent--activated:not(.mdc-ripple-upgraded)::after{transition:opacity 150ms linear}.mdc-ripple-surface--accent--activated:not(.mdc-ripple-upgraded):active::after{transition-duration:75ms;opacity:0.24;opacity:var(--mdc-ripple-press-opacity, 0.24)}.mdc-ripple-surface--accent--activated.mdc-ripple-upgraded{--mdc-ripple-fg-opacity:var(--mdc-ripple-press-opacity, 0.24)}.mdc-ripple-surface--accent--selected::before{opacity:0.08;opacity:var(--mdc-ripple-selected-opacity, 0.08)}.mdc-ripple-surface--accent--selected::before,.mdc-ripple-surface--accent--selected::after{background-color:#018786;background-color:var(--mdc-ripple-color, var(--mdc-theme-secondary, #018786))}.mdc-ripple-surface--accent--selected:hover::before,.mdc-ripple-surface--accent--selected.mdc-ripple-surface--hover::before{opacity:0.12;opacity:var(--mdc-ripple-hover-opacity, 0.12)}.mdc-ripple-surface--accent--selected.mdc-ripple-upgraded--background-focused::before,.mdc-ripple-surface--accent--selected:not(.mdc-ripple-upgraded):focus::before{transition-duration:75ms;opacity:0.2;opacity:var(--mdc-ripple-focus-opacity, 0.2)}.mdc-ripple-surface--accent--selected:not(.mdc-ripple-upgraded)::after{transition:opacity 150ms linear}.mdc-ripple-surface--accent--selected:not(.mdc-ripple-upgraded):active::after{transition-duration:75ms;opacity:0.2;opacity:var(--mdc-ripple-press-opacity, 0.2)}.mdc-ripple-surface--accent--selected.mdc-ripple-upgraded{--mdc-ripple-fg-opacity:var(--mdc-ripple-press-opacity, 0.2)}.mdc-ripple-surface--disabled{opacity:0}.mdc-ripple-surface--internal-use-state-layer-custom-properties::before,.mdc-ripple-surface--internal-use-state-layer-custom-properties::after{background-color:#000;background-color:var(--mdc-ripple-hover-state-layer-color, #000)}.mdc-ripple-surface--internal-use-state-layer-custom-properties:hover::before,.mdc-ripple-surface--internal-use-state-layer-custom-properties.mdc-ripple-surface--hover::before{opacity:0.04;opacity:var(--mdc-ripple-hover-state-layer-opacity, 0.04)}.mdc-ripple-surface--internal-use-state-layer-custom-properties.mdc-ripple-upgraded--background-focused::before,.mdc-ripple-surface--internal-use-state-layer-custom-properties:not(.mdc-ripple-upgraded):focus::before{transition-duration:75ms;opacity:0.12;opacity:var(--mdc-ripple-focus-state-layer-opacity, 0.12)}.mdc-ripple-surface--internal-use-state-layer-custom-properties:not(.mdc-ripple-upgraded)::after{transition:opacity 150ms linear}.mdc-ripple-surface--internal-use-state-layer-custom-properties:not(.mdc-ripple-upgraded):active::after{transition-duration:75ms;opacity:0.12;opacity:var(--mdc-ripple-pressed-state-layer-opacity, 0.12)}.mdc-ripple-surface--internal-use-state-layer-custom-properties.mdc-ripple-upgraded{--mdc-ripple-fg-opacity:var(--mdc-ripple-pressed-state-layer-opacity, 0.12)}`;var Qc=class extends pt{};Qc.styles=[wm];Qc=f([wh("mwc-ripple")],Qc);function F0(i,t,e){let o=i.constructor;if(!e){let a=`__${t}`;if(e=o.getPropertyDescriptor(t,a),!e)throw new Error("@ariaProperty must be used after a @property decorator")}let r=e,n="";if(!r.set)throw new Error(`@ariaProperty requires a setter for ${t}`);if(i.dispatchWizEvent)return e;let s={configurable:!0,enumerable:!0,set(a){if(n===""){let l=o.getPropertyOptions(t);n=typeof l.attribute=="string"?l.attribute:t}this.hasAttribute(n)&&this.removeAttribute(n),r.set.call(this,a)}};return r.get&&(s.get=function(){return r.get.call(this)}),s}function km(i,t,e){if(t!==void 0)return F0(i,t,e);throw new Error("@ariaProperty only supports TypeScript Decorators")}var Os=class{constructor(t){this.startPress=e=>{t().then(o=>{o&&o.startPress(e)})},this.endPress=()=>{t().then(e=>{e&&e.endPress()})},this.startFocus=()=>{t().then(e=>{e&&e.startFocus()})},this.endFocus=()=>{t().then(e=>{e&&e.endFocus()})},this.startHover=()=>{t().then(e=>{e&&e.startHover()})},this.endHover=()=>{t().then(e=>{e&&e.endHover()})}}};var Ls=window,Ms=Ls.ShadowRoot&&(Ls.ShadyCSS===void 0||Ls.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,td=Symbol(),Cm=new WeakMap,Zr=class{constructor(t,e,o){if(this._$cssResult$=!0,o!==td)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=t,this.t=e}get styleSheet(){let t=this.o,e=this.t;if(Ms&&t===void 0){let o=e!==void 0&&e.length===1;o&&(t=Cm.get(e)),t===void 0&&((this.o=t=new CSSStyleSheet).replaceSync(this.cssText),o&&Cm.set(e,t))}return t}toString(){return this.cssText}},Em=i=>new Zr(typeof i=="string"?i:i+"",void 0,td),ed=(i,...t)=>{let e=i.length===1?i[0]:t.reduce(((o,r,n)=>o+(s=>{if(s._$cssResult$===!0)return s.cssText;if(typeof s=="number")return s;throw Error("Value passed to 'css' function must be a 'css' function result: "+s+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(r)+i[n+1]),i[0]);return new Zr(e,i,td)},id=(i,t)=>{Ms?i.adoptedStyleSheets=t.map((e=>e instanceof CSSStyleSheet?e:e.styleSheet)):t.forEach((e=>{let o=document.createElement("style"),r=Ls.litNonce;r!==void 0&&o.setAttribute("nonce",r),o.textContent=e.cssText,i.appendChild(o)}))},Ps=Ms?i=>i:i=>i instanceof CSSStyleSheet?(t=>{let e="";for(let o of t.cssRules)e+=o.cssText;return Em(e)})(i):i;var od,Rs=window,Am=Rs.trustedTypes,H0=Am?Am.emptyScript:"",Sm=Rs.reactiveElementPolyfillSupport,nd={toAttribute(i,t){switch(t){case Boolean:i=i?H0:null;break;case Object:case Array:i=i==null?i:JSON.stringify(i)}return i},fromAttribute(i,t){let e=i;switch(t){case Boolean:e=i!==null;break;case Number:e=i===null?null:Number(i);break;case Object:case Array:try{e=JSON.parse(i)}catch{e=null}}return e}},$m=(i,t)=>t!==i&&(t==t||i==i),rd={attribute:!0,type:String,converter:nd,reflect:!1,hasChanged:$m},sd="finalized",Ye=class extends HTMLElement{constructor(){super(),this._$Ei=new Map,this.isUpdatePending=!1,this.hasUpdated=!1,this._$El=null,this._$Eu()}static addInitializer(t){var e;this.finalize(),((e=this.h)!==null&&e!==void 0?e:this.h=[]).push(t)}static get observedAttributes(){this.finalize();let t=[];return this.elementProperties.forEach(((e,o)=>{let r=this._$Ep(o,e);r!==void 0&&(this._$Ev.set(r,o),t.push(r))})),t}static createProperty(t,e=rd){if(e.state&&(e.attribute=!1),this.finalize(),this.elementProperties.set(t,e),!e.noAccessor&&!this.prototype.hasOwnProperty(t)){let o=typeof t=="symbol"?Symbol():"__"+t,r=this.getPropertyDescriptor(t,o,e);r!==void 0&&Object.defineProperty(this.prototype,t,r)}}static getPropertyDescriptor(t,e,o){return{get(){return this[e]},set(r){let n=this[t];this[e]=r,this.requestUpdate(t,n,o)},configurable:!0,enumerable:!0}}static getPropertyOptions(t){return this.elementProperties.get(t)||rd}static finalize(){if(this.hasOwnProperty(sd))return!1;this[sd]=!0;let t=Object.getPrototypeOf(this);if(t.finalize(),t.h!==void 0&&(this.h=[...t.h]),this.elementProperties=new Map(t.elementProperties),this._$Ev=new Map,this.hasOwnProperty("properties")){let e=this.properties,o=[...Object.getOwnPropertyNames(e),...Object.getOwnPropertySymbols(e)];for(let r of o)this.createProperty(r,e[r])}return this.elementStyles=this.finalizeStyles(this.styles),!0}static finalizeStyles(t){let e=[];if(Array.isArray(t)){let o=new Set(t.flat(1/0).reverse());for(let r of o)e.unshift(Ps(r))}else t!==void 0&&e.push(Ps(t));return e}static _$Ep(t,e){let o=e.attribute;return o===!1?void 0:typeof o=="string"?o:typeof t=="string"?t.toLowerCase():void 0}_$Eu(){var t;this._$E_=new Promise((e=>this.enableUpdating=e)),this._$AL=new Map,this._$Eg(),this.requestUpdate(),(t=this.constructor.h)===null||t===void 0||t.forEach((e=>e(this)))}addController(t){var e,o;((e=this._$ES)!==null&&e!==void 0?e:this._$ES=[]).push(t),this.renderRoot!==void 0&&this.isConnected&&((o=t.hostConnected)===null||o===void 0||o.call(t))}removeController(t){var e;(e=this._$ES)===null||e===void 0||e.splice(this._$ES.indexOf(t)>>>0,1)}_$Eg(){this.constructor.elementProperties.forEach(((t,e)=>{this.hasOwnProperty(e)&&(this._$Ei.set(e,this[e]),delete this[e])}))}createRenderRoot(){var t;let e=(t=this.shadowRoot)!==null&&t!==void 0?t:this.attachShadow(this.constructor.shadowRootOptions);return id(e,this.constructor.elementStyles),e}connectedCallback(){var t;this.renderRoot===void 0&&(this.renderRoot=this.createRenderRoot()),this.enableUpdating(!0),(t=this._$ES)===null||t===void 0||t.forEach((e=>{var o;return(o=e.hostConnected)===null||o===void 0?void 0:o.call(e)}))}enableUpdating(t){}disconnectedCallback(){var t;(t=this._$ES)===null||t===void 0||t.forEach((e=>{var o;return(o=e.hostDisconnected)===null||o===void 0?void 0:o.call(e)}))}attributeChangedCallback(t,e,o){this._$AK(t,o)}_$EO(t,e,o=rd){var r;let n=this.constructor._$Ep(t,o);if(n!==void 0&&o.reflect===!0){let s=(((r=o.converter)===null||r===void 0?void 0:r.toAttribute)!==void 0?o.converter:nd).toAttribute(e,o.type);this._$El=t,s==null?this.removeAttribute(n):this.setAttribute(n,s),this._$El=null}}_$AK(t,e){var o;let r=this.constructor,n=r._$Ev.get(t);if(n!==void 0&&this._$El!==n){let s=r.getPropertyOptions(n),a=typeof s.converter=="function"?{fromAttribute:s.converter}:((o=s.converter)===null||o===void 0?void 0:o.fromAttribute)!==void 0?s.converter:nd;this._$El=n,this[n]=a.fromAttribute(e,s.type),this._$El=null}}requestUpdate(t,e,o){let r=!0;t!==void 0&&(((o=o||this.constructor.getPropertyOptions(t)).hasChanged||$m)(this[t],e)?(this._$AL.has(t)||this._$AL.set(t,e),o.reflect===!0&&this._$El!==t&&(this._$EC===void 0&&(this._$EC=new Map),this._$EC.set(t,o))):r=!1),!this.isUpdatePending&&r&&(this._$E_=this._$Ej())}async _$Ej(){this.isUpdatePending=!0;try{await this._$E_}catch(e){Promise.reject(e)}let t=this.scheduleUpdate();return t!=null&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){var t;if(!this.isUpdatePending)return;this.hasUpdated,this._$Ei&&(this._$Ei.forEach(((r,n)=>this[n]=r)),this._$Ei=void 0);let e=!1,o=this._$AL;try{e=this.shouldUpdate(o),e?(this.willUpdate(o),(t=this._$ES)===null||t===void 0||t.forEach((r=>{var n;return(n=r.hostUpdate)===null||n===void 0?void 0:n.call(r)})),this.update(o)):this._$Ek()}catch(r){throw e=!1,this._$Ek(),r}e&&this._$AE(o)}willUpdate(t){}_$AE(t){var e;(e=this._$ES)===null||e===void 0||e.forEach((o=>{var r;return(r=o.hostUpdated)===null||r===void 0?void 0:r.call(o)})),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),this.updated(t)}_$Ek(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$E_}shouldUpdate(t){return!0}update(t){this._$EC!==void 0&&(this._$EC.forEach(((e,o)=>this._$EO(o,this[o],e))),this._$EC=void 0),this._$Ek()}updated(t){}firstUpdated(t){}};Ye[sd]=!0,Ye.elementProperties=new Map,Ye.elementStyles=[],Ye.shadowRootOptions={mode:"open"},Sm?.({ReactiveElement:Ye}),((od=Rs.reactiveElementVersions)!==null&&od!==void 0?od:Rs.reactiveElementVersions=[]).push("1.6.3");var ad,zs=window,Wo=zs.trustedTypes,Tm=Wo?Wo.createPolicy("lit-html",{createHTML:i=>i}):void 0,cd="$lit$",xi=`lit$${(Math.random()+"").slice(9)}$`,zm="?"+xi,V0=`<${zm}>`,eo=document,Qr=()=>eo.createComment(""),tn=i=>i===null||typeof i!="object"&&typeof i!="function",Nm=Array.isArray,j0=i=>Nm(i)||typeof i?.[Symbol.iterator]=="function",ld=`[ 	
\f\r]`,Jr=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Im=/-->/g,Om=/>/g,Qi=RegExp(`>|${ld}(?:([^\\s"'>=/]+)(${ld}*=${ld}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),Lm=/'/g,Mm=/"/g,Dm=/^(?:script|style|textarea|title)$/i,Bm=i=>(t,...e)=>({_$litType$:i,strings:t,values:e}),rn=Bm(1),FI=Bm(2),Xe=Symbol.for("lit-noChange"),mt=Symbol.for("lit-nothing"),Pm=new WeakMap,to=eo.createTreeWalker(eo,129,null,!1);function Fm(i,t){if(!Array.isArray(i)||!i.hasOwnProperty("raw"))throw Error("invalid template strings array");return Tm!==void 0?Tm.createHTML(t):t}var U0=(i,t)=>{let e=i.length-1,o=[],r,n=t===2?"<svg>":"",s=Jr;for(let a=0;a<e;a++){let l=i[a],c,d,p=-1,u=0;for(;u<l.length&&(s.lastIndex=u,d=s.exec(l),d!==null);)u=s.lastIndex,s===Jr?d[1]==="!--"?s=Im:d[1]!==void 0?s=Om:d[2]!==void 0?(Dm.test(d[2])&&(r=RegExp("</"+d[2],"g")),s=Qi):d[3]!==void 0&&(s=Qi):s===Qi?d[0]===">"?(s=r??Jr,p=-1):d[1]===void 0?p=-2:(p=s.lastIndex-d[2].length,c=d[1],s=d[3]===void 0?Qi:d[3]==='"'?Mm:Lm):s===Mm||s===Lm?s=Qi:s===Im||s===Om?s=Jr:(s=Qi,r=void 0);let m=s===Qi&&i[a+1].startsWith("/>")?" ":"";n+=s===Jr?l+V0:p>=0?(o.push(c),l.slice(0,p)+cd+l.slice(p)+xi+m):l+xi+(p===-2?(o.push(void 0),a):m)}return[Fm(i,n+(i[e]||"<?>")+(t===2?"</svg>":"")),o]},en=class i{constructor({strings:t,_$litType$:e},o){let r;this.parts=[];let n=0,s=0,a=t.length-1,l=this.parts,[c,d]=U0(t,e);if(this.el=i.createElement(c,o),to.currentNode=this.el.content,e===2){let p=this.el.content,u=p.firstChild;u.remove(),p.append(...u.childNodes)}for(;(r=to.nextNode())!==null&&l.length<a;){if(r.nodeType===1){if(r.hasAttributes()){let p=[];for(let u of r.getAttributeNames())if(u.endsWith(cd)||u.startsWith(xi)){let m=d[s++];if(p.push(u),m!==void 0){let g=r.getAttribute(m.toLowerCase()+cd).split(xi),b=/([.?@])?(.*)/.exec(m);l.push({type:1,index:n,name:b[2],strings:g,ctor:b[1]==="."?pd:b[1]==="?"?ud:b[1]==="@"?hd:Go})}else l.push({type:6,index:n})}for(let u of p)r.removeAttribute(u)}if(Dm.test(r.tagName)){let p=r.textContent.split(xi),u=p.length-1;if(u>0){r.textContent=Wo?Wo.emptyScript:"";for(let m=0;m<u;m++)r.append(p[m],Qr()),to.nextNode(),l.push({type:2,index:++n});r.append(p[u],Qr())}}}else if(r.nodeType===8)if(r.data===zm)l.push({type:2,index:n});else{let p=-1;for(;(p=r.data.indexOf(xi,p+1))!==-1;)l.push({type:7,index:n}),p+=xi.length-1}n++}}static createElement(t,e){let o=eo.createElement("template");return o.innerHTML=t,o}};function Ko(i,t,e=i,o){var r,n,s,a;if(t===Xe)return t;let l=o!==void 0?(r=e._$Co)===null||r===void 0?void 0:r[o]:e._$Cl,c=tn(t)?void 0:t._$litDirective$;return l?.constructor!==c&&((n=l?._$AO)===null||n===void 0||n.call(l,!1),c===void 0?l=void 0:(l=new c(i),l._$AT(i,e,o)),o!==void 0?((s=(a=e)._$Co)!==null&&s!==void 0?s:a._$Co=[])[o]=l:e._$Cl=l),l!==void 0&&(t=Ko(i,l._$AS(i,t.values),l,o)),t}var dd=class{constructor(t,e){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=e}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){var e;let{el:{content:o},parts:r}=this._$AD,n=((e=t?.creationScope)!==null&&e!==void 0?e:eo).importNode(o,!0);to.currentNode=n;let s=to.nextNode(),a=0,l=0,c=r[0];for(;c!==void 0;){if(a===c.index){let d;c.type===2?d=new on(s,s.nextSibling,this,t):c.type===1?d=new c.ctor(s,c.name,c.strings,this,t):c.type===6&&(d=new md(s,this,t)),this._$AV.push(d),c=r[++l]}a!==c?.index&&(s=to.nextNode(),a++)}return to.currentNode=eo,n}v(t){let e=0;for(let o of this._$AV)o!==void 0&&(o.strings!==void 0?(o._$AI(t,o,e),e+=o.strings.length-2):o._$AI(t[e])),e++}},on=class i{constructor(t,e,o,r){var n;this.type=2,this._$AH=mt,this._$AN=void 0,this._$AA=t,this._$AB=e,this._$AM=o,this.options=r,this._$Cp=(n=r?.isConnected)===null||n===void 0||n}get _$AU(){var t,e;return(e=(t=this._$AM)===null||t===void 0?void 0:t._$AU)!==null&&e!==void 0?e:this._$Cp}get parentNode(){let t=this._$AA.parentNode,e=this._$AM;return e!==void 0&&t?.nodeType===11&&(t=e.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,e=this){t=Ko(this,t,e),tn(t)?t===mt||t==null||t===""?(this._$AH!==mt&&this._$AR(),this._$AH=mt):t!==this._$AH&&t!==Xe&&this._(t):t._$litType$!==void 0?this.g(t):t.nodeType!==void 0?this.$(t):j0(t)?this.T(t):this._(t)}k(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}$(t){this._$AH!==t&&(this._$AR(),this._$AH=this.k(t))}_(t){this._$AH!==mt&&tn(this._$AH)?this._$AA.nextSibling.data=t:this.$(eo.createTextNode(t)),this._$AH=t}g(t){var e;let{values:o,_$litType$:r}=t,n=typeof r=="number"?this._$AC(t):(r.el===void 0&&(r.el=en.createElement(Fm(r.h,r.h[0]),this.options)),r);if(((e=this._$AH)===null||e===void 0?void 0:e._$AD)===n)this._$AH.v(o);else{let s=new dd(n,this),a=s.u(this.options);s.v(o),this.$(a),this._$AH=s}}_$AC(t){let e=Pm.get(t.strings);return e===void 0&&Pm.set(t.strings,e=new en(t)),e}T(t){Nm(this._$AH)||(this._$AH=[],this._$AR());let e=this._$AH,o,r=0;for(let n of t)r===e.length?e.push(o=new i(this.k(Qr()),this.k(Qr()),this,this.options)):o=e[r],o._$AI(n),r++;r<e.length&&(this._$AR(o&&o._$AB.nextSibling,r),e.length=r)}_$AR(t=this._$AA.nextSibling,e){var o;for((o=this._$AP)===null||o===void 0||o.call(this,!1,!0,e);t&&t!==this._$AB;){let r=t.nextSibling;t.remove(),t=r}}setConnected(t){var e;this._$AM===void 0&&(this._$Cp=t,(e=this._$AP)===null||e===void 0||e.call(this,t))}},Go=class{constructor(t,e,o,r,n){this.type=1,this._$AH=mt,this._$AN=void 0,this.element=t,this.name=e,this._$AM=r,this.options=n,o.length>2||o[0]!==""||o[1]!==""?(this._$AH=Array(o.length-1).fill(new String),this.strings=o):this._$AH=mt}get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}_$AI(t,e=this,o,r){let n=this.strings,s=!1;if(n===void 0)t=Ko(this,t,e,0),s=!tn(t)||t!==this._$AH&&t!==Xe,s&&(this._$AH=t);else{let a=t,l,c;for(t=n[0],l=0;l<n.length-1;l++)c=Ko(this,a[o+l],e,l),c===Xe&&(c=this._$AH[l]),s||(s=!tn(c)||c!==this._$AH[l]),c===mt?t=mt:t!==mt&&(t+=(c??"")+n[l+1]),this._$AH[l]=c}s&&!r&&this.j(t)}j(t){t===mt?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},pd=class extends Go{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===mt?void 0:t}},q0=Wo?Wo.emptyScript:"",ud=class extends Go{constructor(){super(...arguments),this.type=4}j(t){t&&t!==mt?this.element.setAttribute(this.name,q0):this.element.removeAttribute(this.name)}},hd=class extends Go{constructor(t,e,o,r,n){super(t,e,o,r,n),this.type=5}_$AI(t,e=this){var o;if((t=(o=Ko(this,t,e,0))!==null&&o!==void 0?o:mt)===Xe)return;let r=this._$AH,n=t===mt&&r!==mt||t.capture!==r.capture||t.once!==r.once||t.passive!==r.passive,s=t!==mt&&(r===mt||n);n&&this.element.removeEventListener(this.name,this,r),s&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){var e,o;typeof this._$AH=="function"?this._$AH.call((o=(e=this.options)===null||e===void 0?void 0:e.host)!==null&&o!==void 0?o:this.element,t):this._$AH.handleEvent(t)}},md=class{constructor(t,e,o){this.element=t,this.type=6,this._$AN=void 0,this._$AM=e,this.options=o}get _$AU(){return this._$AM._$AU}_$AI(t){Ko(this,t)}};var Rm=zs.litHtmlPolyfillSupport;Rm?.(en,on),((ad=zs.litHtmlVersions)!==null&&ad!==void 0?ad:zs.litHtmlVersions=[]).push("2.8.0");var Hm=(i,t,e)=>{var o,r;let n=(o=e?.renderBefore)!==null&&o!==void 0?o:t,s=n._$litPart$;if(s===void 0){let a=(r=e?.renderBefore)!==null&&r!==void 0?r:null;n._$litPart$=s=new on(t.insertBefore(Qr(),a),a,void 0,e??{})}return s._$AI(i),s};var fd,vd;var _i=class extends Ye{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){var t,e;let o=super.createRenderRoot();return(t=(e=this.renderOptions).renderBefore)!==null&&t!==void 0||(e.renderBefore=o.firstChild),o}update(t){let e=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(t),this._$Do=Hm(e,this.renderRoot,this.renderOptions)}connectedCallback(){var t;super.connectedCallback(),(t=this._$Do)===null||t===void 0||t.setConnected(!0)}disconnectedCallback(){var t;super.disconnectedCallback(),(t=this._$Do)===null||t===void 0||t.setConnected(!1)}render(){return Xe}};_i.finalized=!0,_i._$litElement$=!0,(fd=globalThis.litElementHydrateSupport)===null||fd===void 0||fd.call(globalThis,{LitElement:_i});var Vm=globalThis.litElementPolyfillSupport;Vm?.({LitElement:_i});((vd=globalThis.litElementVersions)!==null&&vd!==void 0?vd:globalThis.litElementVersions=[]).push("3.3.3");var jm={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},Um=i=>(...t)=>({_$litDirective$:i,values:t}),Ns=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,e,o){this._$Ct=t,this._$AM=e,this._$Ci=o}_$AS(t,e){return this.update(t,e)}update(t,e){return this.render(...e)}};var gd=Um(class extends Ns{constructor(i){var t;if(super(i),i.type!==jm.ATTRIBUTE||i.name!=="class"||((t=i.strings)===null||t===void 0?void 0:t.length)>2)throw Error("`classMap()` can only be used in the `class` attribute and must be the only part in the attribute.")}render(i){return" "+Object.keys(i).filter((t=>i[t])).join(" ")+" "}update(i,[t]){var e,o;if(this.it===void 0){this.it=new Set,i.strings!==void 0&&(this.nt=new Set(i.strings.join(" ").split(/\s/).filter((n=>n!==""))));for(let n in t)t[n]&&!(!((e=this.nt)===null||e===void 0)&&e.has(n))&&this.it.add(n);return this.render(t)}let r=i.element.classList;this.it.forEach((n=>{n in t||(r.remove(n),this.it.delete(n))}));for(let n in t){let s=!!t[n];s===this.it.has(n)||!((o=this.nt)===null||o===void 0)&&o.has(n)||(s?(r.add(n),this.it.add(n)):(r.remove(n),this.it.delete(n)))}return Xe}});var qm=i=>i??mt;var ft=class extends _i{constructor(){super(...arguments),this.raised=!1,this.unelevated=!1,this.outlined=!1,this.dense=!1,this.disabled=!1,this.trailingIcon=!1,this.fullwidth=!1,this.icon="",this.label="",this.expandContent=!1,this.shouldRenderRipple=!1,this.rippleHandlers=new Os(()=>(this.shouldRenderRipple=!0,this.ripple))}renderOverlay(){return rn``}renderRipple(){let t=this.raised||this.unelevated;return this.shouldRenderRipple?rn`<mwc-ripple class="ripple" .primary="${!t}" .disabled="${this.disabled}"></mwc-ripple>`:""}focus(){let t=this.buttonElement;t&&(this.rippleHandlers.startFocus(),t.focus())}blur(){let t=this.buttonElement;t&&(this.rippleHandlers.endFocus(),t.blur())}getRenderClasses(){return{"mdc-button--raised":this.raised,"mdc-button--unelevated":this.unelevated,"mdc-button--outlined":this.outlined,"mdc-button--dense":this.dense}}render(){return rn`
      <button
          id="button"
          class="mdc-button ${gd(this.getRenderClasses())}"
          ?disabled="${this.disabled}"
          aria-label="${this.label||this.icon}"
          aria-haspopup="${qm(this.ariaHasPopup)}"
          @focus="${this.handleRippleFocus}"
          @blur="${this.handleRippleBlur}"
          @mousedown="${this.handleRippleActivate}"
          @mouseenter="${this.handleRippleMouseEnter}"
          @mouseleave="${this.handleRippleMouseLeave}"
          @touchstart="${this.handleRippleActivate}"
          @touchend="${this.handleRippleDeactivate}"
          @touchcancel="${this.handleRippleDeactivate}">
        ${this.renderOverlay()}
        ${this.renderRipple()}
        <span class="leading-icon">
          <slot name="icon">
            ${this.icon&&!this.trailingIcon?this.renderIcon():""}
          </slot>
        </span>
        <span class="mdc-button__label">${this.label}</span>
        <span class="slot-container ${gd({flex:this.expandContent})}">
          <slot></slot>
        </span>
        <span class="trailing-icon">
          <slot name="trailingIcon">
            ${this.icon&&this.trailingIcon?this.renderIcon():""}
          </slot>
        </span>
      </button>`}renderIcon(){return rn`
    <mwc-icon class="mdc-button__icon">
      ${this.icon}
    </mwc-icon>`}handleRippleActivate(t){let e=()=>{window.removeEventListener("mouseup",e),this.handleRippleDeactivate()};window.addEventListener("mouseup",e),this.rippleHandlers.startPress(t)}handleRippleDeactivate(){this.rippleHandlers.endPress()}handleRippleMouseEnter(){this.rippleHandlers.startHover()}handleRippleMouseLeave(){this.rippleHandlers.endHover()}handleRippleFocus(){this.rippleHandlers.startFocus()}handleRippleBlur(){this.rippleHandlers.endFocus()}};ft.shadowRootOptions={mode:"open",delegatesFocus:!0};f([km,qt({type:String,attribute:"aria-haspopup"})],ft.prototype,"ariaHasPopup",void 0);f([qt({type:Boolean,reflect:!0})],ft.prototype,"raised",void 0);f([qt({type:Boolean,reflect:!0})],ft.prototype,"unelevated",void 0);f([qt({type:Boolean,reflect:!0})],ft.prototype,"outlined",void 0);f([qt({type:Boolean})],ft.prototype,"dense",void 0);f([qt({type:Boolean,reflect:!0})],ft.prototype,"disabled",void 0);f([qt({type:Boolean,attribute:"trailingicon"})],ft.prototype,"trailingIcon",void 0);f([qt({type:Boolean,reflect:!0})],ft.prototype,"fullwidth",void 0);f([qt({type:String})],ft.prototype,"icon",void 0);f([qt({type:String})],ft.prototype,"label",void 0);f([qt({type:Boolean})],ft.prototype,"expandContent",void 0);f([Ju("#button")],ft.prototype,"buttonElement",void 0);f([Qu("mwc-ripple")],ft.prototype,"ripple",void 0);f([Xu()],ft.prototype,"shouldRenderRipple",void 0);f([Zu({passive:!0})],ft.prototype,"handleRippleActivate",null);var Wm=ed`.mdc-button{-moz-osx-font-smoothing:grayscale;-webkit-font-smoothing:antialiased;font-family:Roboto, sans-serif;font-family:var(--mdc-typography-button-font-family, var(--mdc-typography-font-family, Roboto, sans-serif));font-size:0.875rem;font-size:var(--mdc-typography-button-font-size, 0.875rem);line-height:2.25rem;line-height:var(--mdc-typography-button-line-height, 2.25rem);font-weight:500;font-weight:var(--mdc-typography-button-font-weight, 500);letter-spacing:0.0892857143em;letter-spacing:var(--mdc-typography-button-letter-spacing, 0.0892857143em);text-decoration:none;text-decoration:var(--mdc-typography-button-text-decoration, none);text-transform:uppercase;text-transform:var(--mdc-typography-button-text-transform, uppercase)}.mdc-touch-target-wrapper{display:inline}.mdc-elevation-overlay{position:absolute;border-radius:inherit;pointer-events:none;opacity:0;opacity:var(--mdc-elevation-overlay-opacity, 0);transition:opacity 280ms cubic-bezier(0.4, 0, 0.2, 1);background-color:#fff;background-color:var(--mdc-elevation-overlay-color, #fff)}.mdc-button{position:relative;display:inline-flex;align-items:center;justify-content:center;box-sizing:border-box;min-width:64px;border:none;outline:none;line-height:inherit;user-select:none;-webkit-appearance:none;overflow:visible;vertical-align:middle;background:transparent}.mdc-button .mdc-elevation-overlay{width:100%;height:100%;top:0;left:0}.mdc-button::-moz-focus-inner{padding:0;border:0}.mdc-button:active{outline:none}.mdc-button:hover{cursor:pointer}.mdc-button:disabled{cursor:default;pointer-events:none}.mdc-button .mdc-button__icon{margin-left:0;margin-right:8px;display:inline-block;position:relative;vertical-align:top}[dir=rtl] .mdc-button .mdc-button__icon,.mdc-button .mdc-button__icon[dir=rtl]{margin-left:8px;margin-right:0}.mdc-button .mdc-button__label{position:relative}.mdc-button .mdc-button__focus-ring{display:none}@media screen and (forced-colors: active){.mdc-button.mdc-ripple-upgraded--background-focused .mdc-button__focus-ring,.mdc-button:not(.mdc-ripple-upgraded):focus .mdc-button__focus-ring{pointer-events:none;border:2px solid transparent;border-radius:6px;box-sizing:content-box;position:absolute;top:50%;left:50%;transform:translate(-50%, -50%);height:calc( 100% + 4px );width:calc( 100% + 4px );display:block}}@media screen and (forced-colors: active)and (forced-colors: active){.mdc-button.mdc-ripple-upgraded--background-focused .mdc-button__focus-ring,.mdc-button:not(.mdc-ripple-upgraded):focus .mdc-button__focus-ring{border-color:CanvasText}}@media screen and (forced-colors: active){.mdc-button.mdc-ripple-upgraded--background-focused .mdc-button__focus-ring::after,.mdc-button:not(.mdc-ripple-upgraded):focus .mdc-button__focus-ring::after{content:"";border:2px solid transparent;border-radius:8px;display:block;position:absolute;top:50%;left:50%;transform:translate(-50%, -50%);height:calc(100% + 4px);width:calc(100% + 4px)}}@media screen and (forced-colors: active)and (forced-colors: active){.mdc-button.mdc-ripple-upgraded--background-focused .mdc-button__focus-ring::after,.mdc-button:not(.mdc-ripple-upgraded):focus .mdc-button__focus-ring::after{border-color:CanvasText}}.mdc-button .mdc-button__touch{position:absolute;top:50%;height:48px;left:0;right:0;transform:translateY(-50%)}.mdc-button__label+.mdc-button__icon{margin-left:8px;margin-right:0}[dir=rtl] .mdc-button__label+.mdc-button__icon,.mdc-button__label+.mdc-button__icon[dir=rtl]{margin-left:0;margin-right:8px}svg.mdc-button__icon{fill:currentColor}.mdc-button--touch{margin-top:6px;margin-bottom:6px}.mdc-button{padding:0 8px 0 8px}.mdc-button--unelevated{transition:box-shadow 280ms cubic-bezier(0.4, 0, 0.2, 1);padding:0 16px 0 16px}.mdc-button--unelevated.mdc-button--icon-trailing{padding:0 12px 0 16px}.mdc-button--unelevated.mdc-button--icon-leading{padding:0 16px 0 12px}.mdc-button--raised{transition:box-shadow 280ms cubic-bezier(0.4, 0, 0.2, 1);padding:0 16px 0 16px}.mdc-button--raised.mdc-button--icon-trailing{padding:0 12px 0 16px}.mdc-button--raised.mdc-button--icon-leading{padding:0 16px 0 12px}.mdc-button--outlined{border-style:solid;transition:border 280ms cubic-bezier(0.4, 0, 0.2, 1)}.mdc-button--outlined .mdc-button__ripple{border-style:solid;border-color:transparent}.mdc-button{height:36px;border-radius:4px;border-radius:var(--mdc-shape-small, 4px)}.mdc-button:not(:disabled){color:#6200ee;color:var(--mdc-theme-primary, #6200ee)}.mdc-button:disabled{color:rgba(0, 0, 0, 0.38)}.mdc-button .mdc-button__icon{font-size:1.125rem;width:1.125rem;height:1.125rem}.mdc-button .mdc-button__ripple{border-radius:4px;border-radius:var(--mdc-shape-small, 4px)}.mdc-button--raised,.mdc-button--unelevated{height:36px;border-radius:4px;border-radius:var(--mdc-shape-small, 4px)}.mdc-button--raised:not(:disabled),.mdc-button--unelevated:not(:disabled){background-color:#6200ee;background-color:var(--mdc-theme-primary, #6200ee)}.mdc-button--raised:disabled,.mdc-button--unelevated:disabled{background-color:rgba(0, 0, 0, 0.12)}.mdc-button--raised:not(:disabled),.mdc-button--unelevated:not(:disabled){color:#fff;color:var(--mdc-theme-on-primary, #fff)}.mdc-button--raised:disabled,.mdc-button--unelevated:disabled{color:rgba(0, 0, 0, 0.38)}.mdc-button--raised .mdc-button__icon,.mdc-button--unelevated .mdc-button__icon{font-size:1.125rem;width:1.125rem;height:1.125rem}.mdc-button--raised .mdc-button__ripple,.mdc-button--unelevated .mdc-button__ripple{border-radius:4px;border-radius:var(--mdc-shape-small, 4px)}.mdc-button--outlined{height:36px;border-radius:4px;border-radius:var(--mdc-shape-small, 4px);padding:0 15px 0 15px;border-width:1px}.mdc-button--outlined:not(:disabled){color:#6200ee;color:var(--mdc-theme-primary, #6200ee)}.mdc-button--outlined:disabled{color:rgba(0, 0, 0, 0.38)}.mdc-button--outlined .mdc-button__icon{font-size:1.125rem;width:1.125rem;height:1.125rem}.mdc-button--outlined .mdc-button__ripple{border-radius:4px;border-radius:var(--mdc-shape-small, 4px)}.mdc-button--outlined:not(:disabled){border-color:rgba(0, 0, 0, 0.12)}.mdc-button--outlined:disabled{border-color:rgba(0, 0, 0, 0.12)}.mdc-button--outlined.mdc-button--icon-trailing{padding:0 11px 0 15px}.mdc-button--outlined.mdc-button--icon-leading{padding:0 15px 0 11px}.mdc-button--outlined .mdc-button__ripple{top:-1px;left:-1px;bottom:-1px;right:-1px;border-width:1px}.mdc-button--outlined .mdc-button__touch{left:calc(-1 * 1px);width:calc(100% + 2 * 1px)}.mdc-button--raised{box-shadow:0px 3px 1px -2px rgba(0, 0, 0, 0.2),0px 2px 2px 0px rgba(0, 0, 0, 0.14),0px 1px 5px 0px rgba(0,0,0,.12);transition:box-shadow 280ms cubic-bezier(0.4, 0, 0.2, 1)}.mdc-button--raised:hover,.mdc-button--raised:focus{box-shadow:0px 2px 4px -1px rgba(0, 0, 0, 0.2),0px 4px 5px 0px rgba(0, 0, 0, 0.14),0px 1px 10px 0px rgba(0,0,0,.12)}.mdc-button--raised:active{box-shadow:0px 5px 5px -3px rgba(0, 0, 0, 0.2),0px 8px 10px 1px rgba(0, 0, 0, 0.14),0px 3px 14px 2px rgba(0,0,0,.12)}.mdc-button--raised:disabled{box-shadow:0px 0px 0px 0px rgba(0, 0, 0, 0.2),0px 0px 0px 0px rgba(0, 0, 0, 0.14),0px 0px 0px 0px rgba(0,0,0,.12)}:host{display:inline-flex;outline:none;-webkit-tap-highlight-color:transparent;vertical-align:top}:host([fullwidth]){width:100%}:host([raised]),:host([unelevated]){--mdc-ripple-color:#fff;--mdc-ripple-focus-opacity:0.24;--mdc-ripple-hover-opacity:0.08;--mdc-ripple-press-opacity:0.24}.trailing-icon ::slotted(*),.trailing-icon .mdc-button__icon,.leading-icon ::slotted(*),.leading-icon .mdc-button__icon{margin-left:0;margin-right:8px;display:inline-block;position:relative;vertical-align:top;font-size:1.125rem;height:1.125rem;width:1.125rem}[dir=rtl] .trailing-icon ::slotted(*),[dir=rtl] .trailing-icon .mdc-button__icon,[dir=rtl] .leading-icon ::slotted(*),[dir=rtl] .leading-icon .mdc-button__icon,.trailing-icon ::slotted(*[dir=rtl]),.trailing-icon .mdc-button__icon[dir=rtl],.leading-icon ::slotted(*[dir=rtl]),.leading-icon .mdc-button__icon[dir=rtl]{margin-left:8px;margin-right:0}.trailing-icon ::slotted(*),.trailing-icon .mdc-button__icon{margin-left:8px;margin-right:0}[dir=rtl] .trailing-icon ::slotted(*),[dir=rtl] .trailing-icon .mdc-button__icon,.trailing-icon ::slotted(*[dir=rtl]),.trailing-icon .mdc-button__icon[dir=rtl]{margin-left:0;margin-right:8px}.slot-container{display:inline-flex;align-items:center;justify-content:center}.slot-container.flex{flex:auto}.mdc-button{flex:auto;overflow:hidden;padding-left:8px;padding-left:var(--mdc-button-horizontal-padding, 8px);padding-right:8px;padding-right:var(--mdc-button-horizontal-padding, 8px)}.mdc-button--raised{box-shadow:0px 3px 1px -2px rgba(0, 0, 0, 0.2), 0px 2px 2px 0px rgba(0, 0, 0, 0.14), 0px 1px 5px 0px rgba(0, 0, 0, 0.12);box-shadow:var(--mdc-button-raised-box-shadow, 0px 3px 1px -2px rgba(0, 0, 0, 0.2), 0px 2px 2px 0px rgba(0, 0, 0, 0.14), 0px 1px 5px 0px rgba(0, 0, 0, 0.12))}.mdc-button--raised:focus{box-shadow:0px 2px 4px -1px rgba(0, 0, 0, 0.2), 0px 4px 5px 0px rgba(0, 0, 0, 0.14), 0px 1px 10px 0px rgba(0, 0, 0, 0.12);box-shadow:var(--mdc-button-raised-box-shadow-focus, var(--mdc-button-raised-box-shadow-hover, 0px 2px 4px -1px rgba(0, 0, 0, 0.2), 0px 4px 5px 0px rgba(0, 0, 0, 0.14), 0px 1px 10px 0px rgba(0, 0, 0, 0.12)))}.mdc-button--raised:hover{box-shadow:0px 2px 4px -1px rgba(0, 0, 0, 0.2), 0px 4px 5px 0px rgba(0, 0, 0, 0.14), 0px 1px 10px 0px rgba(0, 0, 0, 0.12);box-shadow:var(--mdc-button-raised-box-shadow-hover, 0px 2px 4px -1px rgba(0, 0, 0, 0.2), 0px 4px 5px 0px rgba(0, 0, 0, 0.14), 0px 1px 10px 0px rgba(0, 0, 0, 0.12))}.mdc-button--raised:active{box-shadow:0px 5px 5px -3px rgba(0, 0, 0, 0.2), 0px 8px 10px 1px rgba(0, 0, 0, 0.14), 0px 3px 14px 2px rgba(0, 0, 0, 0.12);box-shadow:var(--mdc-button-raised-box-shadow-active, 0px 5px 5px -3px rgba(0, 0, 0, 0.2), 0px 8px 10px 1px rgba(0, 0, 0, 0.14), 0px 3px 14px 2px rgba(0, 0, 0, 0.12))}.mdc-button--raised:disabled{box-shadow:0px 0px 0px 0px rgba(0, 0, 0, 0.2), 0px 0px 0px 0px rgba(0, 0, 0, 0.14), 0px 0px 0px 0px rgba(0, 0, 0, 0.12);box-shadow:var(--mdc-button-raised-box-shadow-disabled, 0px 0px 0px 0px rgba(0, 0, 0, 0.2), 0px 0px 0px 0px rgba(0, 0, 0, 0.14), 0px 0px 0px 0px rgba(0, 0, 0, 0.12))}.mdc-button--raised,.mdc-button--unelevated{padding-left:16px;padding-left:var(--mdc-button-horizontal-padding, 16px);padding-right:16px;padding-right:var(--mdc-button-horizontal-padding, 16px)}.mdc-button--outlined{border-width:1px;border-width:var(--mdc-button-outline-width, 1px);padding-left:calc(16px - 1px);padding-left:calc(var(--mdc-button-horizontal-padding, 16px) - var(--mdc-button-outline-width, 1px));padding-right:calc(16px - 1px);padding-right:calc(var(--mdc-button-horizontal-padding, 16px) - var(--mdc-button-outline-width, 1px))}.mdc-button--outlined:not(:disabled){border-color:rgba(0, 0, 0, 0.12);border-color:var(--mdc-button-outline-color, rgba(0, 0, 0, 0.12))}.mdc-button--outlined .ripple{top:calc(-1 * 1px);top:calc(-1 * var(--mdc-button-outline-width, 1px));left:calc(-1 * 1px);left:calc(-1 * var(--mdc-button-outline-width, 1px));right:initial;right:initial;border-width:1px;border-width:var(--mdc-button-outline-width, 1px);border-style:solid;border-color:transparent}[dir=rtl] .mdc-button--outlined .ripple,.mdc-button--outlined .ripple[dir=rtl]{left:initial;left:initial;right:calc(-1 * 1px);right:calc(-1 * var(--mdc-button-outline-width, 1px))}.mdc-button--dense{height:28px;margin-top:0;margin-bottom:0}.mdc-button--dense .mdc-button__touch{height:100%}:host([disabled]){pointer-events:none}:host([disabled]) .mdc-button{color:rgba(0, 0, 0, 0.38);color:var(--mdc-button-disabled-ink-color, rgba(0, 0, 0, 0.38))}:host([disabled]) .mdc-button--raised,:host([disabled]) .mdc-button--unelevated{background-color:rgba(0, 0, 0, 0.12);background-color:var(--mdc-button-disabled-fill-color, rgba(0, 0, 0, 0.12))}:host([disabled]) .mdc-button--outlined{border-color:rgba(0, 0, 0, 0.12);border-color:var(--mdc-button-disabled-outline-color, rgba(0, 0, 0, 0.12))}`;var bd=class extends ft{};bd.styles=[Wm];bd=f([Yu("mwc-button")],bd);var Km=_`
  :host {
    --track-width: 2px;
    --track-color: rgb(128 128 128 / 25%);
    --indicator-color: var(--sl-color-primary-600);
    --speed: 2s;

    display: inline-flex;
    width: 1em;
    height: 1em;
    flex: none;
  }

  .spinner {
    flex: 1 1 auto;
    height: 100%;
    width: 100%;
  }

  .spinner__track,
  .spinner__indicator {
    fill: none;
    stroke-width: var(--track-width);
    r: calc(0.5em - var(--track-width) / 2);
    cx: 0.5em;
    cy: 0.5em;
    transform-origin: 50% 50%;
  }

  .spinner__track {
    stroke: var(--track-color);
    transform-origin: 0% 0%;
  }

  .spinner__indicator {
    stroke: var(--indicator-color);
    stroke-linecap: round;
    stroke-dasharray: 150% 75%;
    animation: spin var(--speed) linear infinite;
  }

  @keyframes spin {
    0% {
      transform: rotate(0deg);
      stroke-dasharray: 0.05em, 3em;
    }

    50% {
      transform: rotate(450deg);
      stroke-dasharray: 1.375em, 1.375em;
    }

    100% {
      transform: rotate(1080deg);
      stroke-dasharray: 0.05em, 3em;
    }
  }
`;var yd=new Set,Yo=new Map,Ze,xd="ltr",_d="en",Gm=typeof MutationObserver<"u"&&typeof document<"u"&&typeof document.documentElement<"u";if(Gm){let i=new MutationObserver(Ym);xd=document.documentElement.dir||"ltr",_d=document.documentElement.lang||navigator.language,i.observe(document.documentElement,{attributes:!0,attributeFilter:["dir","lang"]})}function nn(...i){i.map(t=>{let e=t.$code.toLowerCase();Yo.has(e)?Yo.set(e,Object.assign(Object.assign({},Yo.get(e)),t)):Yo.set(e,t),Ze||(Ze=t)}),Ym()}function Ym(){Gm&&(xd=document.documentElement.dir||"ltr",_d=document.documentElement.lang||navigator.language),[...yd.keys()].map(i=>{typeof i.requestUpdate=="function"&&i.requestUpdate()})}var Ds=class{constructor(t){this.host=t,this.host.addController(this)}hostConnected(){yd.add(this.host)}hostDisconnected(){yd.delete(this.host)}dir(){return`${this.host.dir||xd}`.toLowerCase()}lang(){let t=`${this.host.lang||_d}`.toLowerCase().replace(/_/g,"-");try{return new Intl.Locale(t),t}catch{return Ze?Ze.$code.toLowerCase():"en"}}getTranslationData(t){var e,o;let r;try{r=new Intl.Locale(t.replace(/_/g,"-"))}catch{return{locale:void 0,language:"",region:"",primary:void 0,secondary:void 0}}let n=r.language.toLowerCase(),s=(o=(e=r.region)===null||e===void 0?void 0:e.toLowerCase())!==null&&o!==void 0?o:"",a=Yo.get(`${n}-${s}`),l=Yo.get(n);return{locale:r,language:n,region:s,primary:a,secondary:l}}exists(t,e){var o;let{primary:r,secondary:n}=this.getTranslationData((o=e.lang)!==null&&o!==void 0?o:this.lang());return e=Object.assign({includeFallback:!1},e),!!(r&&r[t]||n&&n[t]||e.includeFallback&&Ze&&Ze[t])}term(t,...e){let{primary:o,secondary:r}=this.getTranslationData(this.lang()),n;if(o&&o[t])n=o[t];else if(r&&r[t])n=r[t];else if(Ze&&Ze[t])n=Ze[t];else return console.error(`No translation found for: ${String(t)}`),String(t);return typeof n=="function"?n(...e):n}date(t,e){return t=new Date(t),new Intl.DateTimeFormat(this.lang(),e).format(t)}number(t,e){return t=Number(t),isNaN(t)?"":new Intl.NumberFormat(this.lang(),e).format(t)}relativeTime(t,e,o){return new Intl.RelativeTimeFormat(this.lang(),o).format(t,e)}};var Xm={$code:"en",$name:"English",$dir:"ltr",carousel:"Carousel",clearEntry:"Clear entry",close:"Close",copied:"Copied",copy:"Copy",currentValue:"Current value",error:"Error",goToSlide:(i,t)=>`Go to slide ${i} of ${t}`,hidePassword:"Hide password",loading:"Loading",nextSlide:"Next slide",numOptionsSelected:i=>i===0?"No options selected":i===1?"1 option selected":`${i} options selected`,previousSlide:"Previous slide",progress:"Progress",remove:"Remove",resize:"Resize",scrollToEnd:"Scroll to end",scrollToStart:"Scroll to start",selectAColorFromTheScreen:"Select a color from the screen",showPassword:"Show password",slideNum:i=>`Slide ${i}`,toggleColorFormat:"Toggle color format"};nn(Xm);var Zm=Xm;var Wt=class extends Ds{};nn(Zm);var ut=_`
  :host {
    box-sizing: border-box;
  }

  :host *,
  :host *::before,
  :host *::after {
    box-sizing: inherit;
  }

  [hidden] {
    display: none !important;
  }
`;var tf=Object.defineProperty,W0=Object.defineProperties,K0=Object.getOwnPropertyDescriptor,G0=Object.getOwnPropertyDescriptors,Jm=Object.getOwnPropertySymbols,Y0=Object.prototype.hasOwnProperty,X0=Object.prototype.propertyIsEnumerable;var ef=i=>{throw TypeError(i)},Qm=(i,t,e)=>t in i?tf(i,t,{enumerable:!0,configurable:!0,writable:!0,value:e}):i[t]=e,Qt=(i,t)=>{for(var e in t||(t={}))Y0.call(t,e)&&Qm(i,e,t[e]);if(Jm)for(var e of Jm(t))X0.call(t,e)&&Qm(i,e,t[e]);return i},wi=(i,t)=>W0(i,G0(t)),v=(i,t,e,o)=>{for(var r=o>1?void 0:o?K0(t,e):t,n=i.length-1,s;n>=0;n--)(s=i[n])&&(r=(o?s(t,e,r):s(r))||r);return o&&r&&tf(t,e,r),r},of=(i,t,e)=>t.has(i)||ef("Cannot "+e),rf=(i,t,e)=>(of(i,t,"read from private field"),e?e.call(i):t.get(i)),nf=(i,t,e)=>t.has(i)?ef("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(i):t.set(i,e),sf=(i,t,e,o)=>(of(i,t,"write to private field"),o?o.call(i,e):t.set(i,e),e);var Bs,it=class extends T{constructor(){super(),nf(this,Bs,!1),this.initialReflectedProperties=new Map,Object.entries(this.constructor.dependencies).forEach(([i,t])=>{this.constructor.define(i,t)})}emit(i,t){let e=new CustomEvent(i,Qt({bubbles:!0,cancelable:!1,composed:!0,detail:{}},t));return this.dispatchEvent(e),e}static define(i,t=this,e={}){let o=customElements.get(i);if(!o){try{customElements.define(i,t,e)}catch{customElements.define(i,class extends t{},e)}return}let r=" (unknown version)",n=r;"version"in t&&t.version&&(r=" v"+t.version),"version"in o&&o.version&&(n=" v"+o.version),!(r&&n&&r===n)&&console.warn(`Attempted to register <${i}>${r}, but <${i}>${n} has already been registered.`)}attributeChangedCallback(i,t,e){rf(this,Bs)||(this.constructor.elementProperties.forEach((o,r)=>{o.reflect&&this[r]!=null&&this.initialReflectedProperties.set(r,this[r])}),sf(this,Bs,!0)),super.attributeChangedCallback(i,t,e)}willUpdate(i){super.willUpdate(i),this.initialReflectedProperties.forEach((t,e)=>{i.has(e)&&this[e]==null&&(this[e]=t)})}};Bs=new WeakMap;it.version="2.20.1";it.dependencies={};v([h()],it.prototype,"dir",2);v([h()],it.prototype,"lang",2);var wd=class extends it{constructor(){super(...arguments),this.localize=new Wt(this)}render(){return y`
      <svg part="base" class="spinner" role="progressbar" aria-label=${this.localize.term("loading")}>
        <circle class="spinner__track"></circle>
        <circle class="spinner__indicator"></circle>
      </svg>
    `}};wd.styles=[ut,Km];var sn=new WeakMap,an=new WeakMap,ln=new WeakMap,kd=new WeakSet,Fs=new WeakMap,Se=class{constructor(i,t){this.handleFormData=e=>{let o=this.options.disabled(this.host),r=this.options.name(this.host),n=this.options.value(this.host),s=this.host.tagName.toLowerCase()==="sl-button";this.host.isConnected&&!o&&!s&&typeof r=="string"&&r.length>0&&typeof n<"u"&&(Array.isArray(n)?n.forEach(a=>{e.formData.append(r,a.toString())}):e.formData.append(r,n.toString()))},this.handleFormSubmit=e=>{var o;let r=this.options.disabled(this.host),n=this.options.reportValidity;this.form&&!this.form.noValidate&&((o=sn.get(this.form))==null||o.forEach(s=>{this.setUserInteracted(s,!0)})),this.form&&!this.form.noValidate&&!r&&!n(this.host)&&(e.preventDefault(),e.stopImmediatePropagation())},this.handleFormReset=()=>{this.options.setValue(this.host,this.options.defaultValue(this.host)),this.setUserInteracted(this.host,!1),Fs.set(this.host,[])},this.handleInteraction=e=>{let o=Fs.get(this.host);o.includes(e.type)||o.push(e.type),o.length===this.options.assumeInteractionOn.length&&this.setUserInteracted(this.host,!0)},this.checkFormValidity=()=>{if(this.form&&!this.form.noValidate){let e=this.form.querySelectorAll("*");for(let o of e)if(typeof o.checkValidity=="function"&&!o.checkValidity())return!1}return!0},this.reportFormValidity=()=>{if(this.form&&!this.form.noValidate){let e=this.form.querySelectorAll("*");for(let o of e)if(typeof o.reportValidity=="function"&&!o.reportValidity())return!1}return!0},(this.host=i).addController(this),this.options=Qt({form:e=>{let o=e.form;if(o){let n=e.getRootNode().querySelector(`#${o}`);if(n)return n}return e.closest("form")},name:e=>e.name,value:e=>e.value,defaultValue:e=>e.defaultValue,disabled:e=>{var o;return(o=e.disabled)!=null?o:!1},reportValidity:e=>typeof e.reportValidity=="function"?e.reportValidity():!0,checkValidity:e=>typeof e.checkValidity=="function"?e.checkValidity():!0,setValue:(e,o)=>e.value=o,assumeInteractionOn:["sl-input"]},t)}hostConnected(){let i=this.options.form(this.host);i&&this.attachForm(i),Fs.set(this.host,[]),this.options.assumeInteractionOn.forEach(t=>{this.host.addEventListener(t,this.handleInteraction)})}hostDisconnected(){this.detachForm(),Fs.delete(this.host),this.options.assumeInteractionOn.forEach(i=>{this.host.removeEventListener(i,this.handleInteraction)})}hostUpdated(){let i=this.options.form(this.host);i||this.detachForm(),i&&this.form!==i&&(this.detachForm(),this.attachForm(i)),this.host.hasUpdated&&this.setValidity(this.host.validity.valid)}attachForm(i){i?(this.form=i,sn.has(this.form)?sn.get(this.form).add(this.host):sn.set(this.form,new Set([this.host])),this.form.addEventListener("formdata",this.handleFormData),this.form.addEventListener("submit",this.handleFormSubmit),this.form.addEventListener("reset",this.handleFormReset),an.has(this.form)||(an.set(this.form,this.form.reportValidity),this.form.reportValidity=()=>this.reportFormValidity()),ln.has(this.form)||(ln.set(this.form,this.form.checkValidity),this.form.checkValidity=()=>this.checkFormValidity())):this.form=void 0}detachForm(){if(!this.form)return;let i=sn.get(this.form);i&&(i.delete(this.host),i.size<=0&&(this.form.removeEventListener("formdata",this.handleFormData),this.form.removeEventListener("submit",this.handleFormSubmit),this.form.removeEventListener("reset",this.handleFormReset),an.has(this.form)&&(this.form.reportValidity=an.get(this.form),an.delete(this.form)),ln.has(this.form)&&(this.form.checkValidity=ln.get(this.form),ln.delete(this.form)),this.form=void 0))}setUserInteracted(i,t){t?kd.add(i):kd.delete(i),i.requestUpdate()}doAction(i,t){if(this.form){let e=document.createElement("button");e.type=i,e.style.position="absolute",e.style.width="0",e.style.height="0",e.style.clipPath="inset(50%)",e.style.overflow="hidden",e.style.whiteSpace="nowrap",t&&(e.name=t.name,e.value=t.value,["formaction","formenctype","formmethod","formnovalidate","formtarget"].forEach(o=>{t.hasAttribute(o)&&e.setAttribute(o,t.getAttribute(o))})),this.form.append(e),e.click(),e.remove()}}getForm(){var i;return(i=this.form)!=null?i:null}reset(i){this.doAction("reset",i)}submit(i){this.doAction("submit",i)}setValidity(i){let t=this.host,e=!!kd.has(t),o=!!t.required;t.toggleAttribute("data-required",o),t.toggleAttribute("data-optional",!o),t.toggleAttribute("data-invalid",!i),t.toggleAttribute("data-valid",i),t.toggleAttribute("data-user-invalid",!i&&e),t.toggleAttribute("data-user-valid",i&&e)}updateValidity(){let i=this.host;this.setValidity(i.validity.valid)}emitInvalidEvent(i){let t=new CustomEvent("sl-invalid",{bubbles:!1,composed:!1,cancelable:!0,detail:{}});i||t.preventDefault(),this.host.dispatchEvent(t)||i?.preventDefault()}},Hs=Object.freeze({badInput:!1,customError:!1,patternMismatch:!1,rangeOverflow:!1,rangeUnderflow:!1,stepMismatch:!1,tooLong:!1,tooShort:!1,typeMismatch:!1,valid:!0,valueMissing:!1}),e6=Object.freeze(wi(Qt({},Hs),{valid:!1,valueMissing:!0})),i6=Object.freeze(wi(Qt({},Hs),{valid:!1,customError:!0}));var af=_`
  :host {
    display: inline-block;
    position: relative;
    width: auto;
    cursor: pointer;
  }

  .button {
    display: inline-flex;
    align-items: stretch;
    justify-content: center;
    width: 100%;
    border-style: solid;
    border-width: var(--sl-input-border-width);
    font-family: var(--sl-input-font-family);
    font-weight: var(--sl-font-weight-semibold);
    text-decoration: none;
    user-select: none;
    -webkit-user-select: none;
    white-space: nowrap;
    vertical-align: middle;
    padding: 0;
    transition:
      var(--sl-transition-x-fast) background-color,
      var(--sl-transition-x-fast) color,
      var(--sl-transition-x-fast) border,
      var(--sl-transition-x-fast) box-shadow;
    cursor: inherit;
  }

  .button::-moz-focus-inner {
    border: 0;
  }

  .button:focus {
    outline: none;
  }

  .button:focus-visible {
    outline: var(--sl-focus-ring);
    outline-offset: var(--sl-focus-ring-offset);
  }

  .button--disabled {
    opacity: 0.5;
    cursor: not-allowed;
  }

  /* When disabled, prevent mouse events from bubbling up from children */
  .button--disabled * {
    pointer-events: none;
  }

  .button__prefix,
  .button__suffix {
    flex: 0 0 auto;
    display: flex;
    align-items: center;
    pointer-events: none;
  }

  .button__label {
    display: inline-block;
  }

  .button__label::slotted(sl-icon) {
    vertical-align: -2px;
  }

  /*
   * Standard buttons
   */

  /* Default */
  .button--standard.button--default {
    background-color: var(--sl-color-neutral-0);
    border-color: var(--sl-input-border-color);
    color: var(--sl-color-neutral-700);
  }

  .button--standard.button--default:hover:not(.button--disabled) {
    background-color: var(--sl-color-primary-50);
    border-color: var(--sl-color-primary-300);
    color: var(--sl-color-primary-700);
  }

  .button--standard.button--default:active:not(.button--disabled) {
    background-color: var(--sl-color-primary-100);
    border-color: var(--sl-color-primary-400);
    color: var(--sl-color-primary-700);
  }

  /* Primary */
  .button--standard.button--primary {
    background-color: var(--sl-color-primary-600);
    border-color: var(--sl-color-primary-600);
    color: var(--sl-color-neutral-0);
  }

  .button--standard.button--primary:hover:not(.button--disabled) {
    background-color: var(--sl-color-primary-500);
    border-color: var(--sl-color-primary-500);
    color: var(--sl-color-neutral-0);
  }

  .button--standard.button--primary:active:not(.button--disabled) {
    background-color: var(--sl-color-primary-600);
    border-color: var(--sl-color-primary-600);
    color: var(--sl-color-neutral-0);
  }

  /* Success */
  .button--standard.button--success {
    background-color: var(--sl-color-success-600);
    border-color: var(--sl-color-success-600);
    color: var(--sl-color-neutral-0);
  }

  .button--standard.button--success:hover:not(.button--disabled) {
    background-color: var(--sl-color-success-500);
    border-color: var(--sl-color-success-500);
    color: var(--sl-color-neutral-0);
  }

  .button--standard.button--success:active:not(.button--disabled) {
    background-color: var(--sl-color-success-600);
    border-color: var(--sl-color-success-600);
    color: var(--sl-color-neutral-0);
  }

  /* Neutral */
  .button--standard.button--neutral {
    background-color: var(--sl-color-neutral-600);
    border-color: var(--sl-color-neutral-600);
    color: var(--sl-color-neutral-0);
  }

  .button--standard.button--neutral:hover:not(.button--disabled) {
    background-color: var(--sl-color-neutral-500);
    border-color: var(--sl-color-neutral-500);
    color: var(--sl-color-neutral-0);
  }

  .button--standard.button--neutral:active:not(.button--disabled) {
    background-color: var(--sl-color-neutral-600);
    border-color: var(--sl-color-neutral-600);
    color: var(--sl-color-neutral-0);
  }

  /* Warning */
  .button--standard.button--warning {
    background-color: var(--sl-color-warning-600);
    border-color: var(--sl-color-warning-600);
    color: var(--sl-color-neutral-0);
  }
  .button--standard.button--warning:hover:not(.button--disabled) {
    background-color: var(--sl-color-warning-500);
    border-color: var(--sl-color-warning-500);
    color: var(--sl-color-neutral-0);
  }

  .button--standard.button--warning:active:not(.button--disabled) {
    background-color: var(--sl-color-warning-600);
    border-color: var(--sl-color-warning-600);
    color: var(--sl-color-neutral-0);
  }

  /* Danger */
  .button--standard.button--danger {
    background-color: var(--sl-color-danger-600);
    border-color: var(--sl-color-danger-600);
    color: var(--sl-color-neutral-0);
  }

  .button--standard.button--danger:hover:not(.button--disabled) {
    background-color: var(--sl-color-danger-500);
    border-color: var(--sl-color-danger-500);
    color: var(--sl-color-neutral-0);
  }

  .button--standard.button--danger:active:not(.button--disabled) {
    background-color: var(--sl-color-danger-600);
    border-color: var(--sl-color-danger-600);
    color: var(--sl-color-neutral-0);
  }

  /*
   * Outline buttons
   */

  .button--outline {
    background: none;
    border: solid 1px;
  }

  /* Default */
  .button--outline.button--default {
    border-color: var(--sl-input-border-color);
    color: var(--sl-color-neutral-700);
  }

  .button--outline.button--default:hover:not(.button--disabled),
  .button--outline.button--default.button--checked:not(.button--disabled) {
    border-color: var(--sl-color-primary-600);
    background-color: var(--sl-color-primary-600);
    color: var(--sl-color-neutral-0);
  }

  .button--outline.button--default:active:not(.button--disabled) {
    border-color: var(--sl-color-primary-700);
    background-color: var(--sl-color-primary-700);
    color: var(--sl-color-neutral-0);
  }

  /* Primary */
  .button--outline.button--primary {
    border-color: var(--sl-color-primary-600);
    color: var(--sl-color-primary-600);
  }

  .button--outline.button--primary:hover:not(.button--disabled),
  .button--outline.button--primary.button--checked:not(.button--disabled) {
    background-color: var(--sl-color-primary-600);
    color: var(--sl-color-neutral-0);
  }

  .button--outline.button--primary:active:not(.button--disabled) {
    border-color: var(--sl-color-primary-700);
    background-color: var(--sl-color-primary-700);
    color: var(--sl-color-neutral-0);
  }

  /* Success */
  .button--outline.button--success {
    border-color: var(--sl-color-success-600);
    color: var(--sl-color-success-600);
  }

  .button--outline.button--success:hover:not(.button--disabled),
  .button--outline.button--success.button--checked:not(.button--disabled) {
    background-color: var(--sl-color-success-600);
    color: var(--sl-color-neutral-0);
  }

  .button--outline.button--success:active:not(.button--disabled) {
    border-color: var(--sl-color-success-700);
    background-color: var(--sl-color-success-700);
    color: var(--sl-color-neutral-0);
  }

  /* Neutral */
  .button--outline.button--neutral {
    border-color: var(--sl-color-neutral-600);
    color: var(--sl-color-neutral-600);
  }

  .button--outline.button--neutral:hover:not(.button--disabled),
  .button--outline.button--neutral.button--checked:not(.button--disabled) {
    background-color: var(--sl-color-neutral-600);
    color: var(--sl-color-neutral-0);
  }

  .button--outline.button--neutral:active:not(.button--disabled) {
    border-color: var(--sl-color-neutral-700);
    background-color: var(--sl-color-neutral-700);
    color: var(--sl-color-neutral-0);
  }

  /* Warning */
  .button--outline.button--warning {
    border-color: var(--sl-color-warning-600);
    color: var(--sl-color-warning-600);
  }

  .button--outline.button--warning:hover:not(.button--disabled),
  .button--outline.button--warning.button--checked:not(.button--disabled) {
    background-color: var(--sl-color-warning-600);
    color: var(--sl-color-neutral-0);
  }

  .button--outline.button--warning:active:not(.button--disabled) {
    border-color: var(--sl-color-warning-700);
    background-color: var(--sl-color-warning-700);
    color: var(--sl-color-neutral-0);
  }

  /* Danger */
  .button--outline.button--danger {
    border-color: var(--sl-color-danger-600);
    color: var(--sl-color-danger-600);
  }

  .button--outline.button--danger:hover:not(.button--disabled),
  .button--outline.button--danger.button--checked:not(.button--disabled) {
    background-color: var(--sl-color-danger-600);
    color: var(--sl-color-neutral-0);
  }

  .button--outline.button--danger:active:not(.button--disabled) {
    border-color: var(--sl-color-danger-700);
    background-color: var(--sl-color-danger-700);
    color: var(--sl-color-neutral-0);
  }

  @media (forced-colors: active) {
    .button.button--outline.button--checked:not(.button--disabled) {
      outline: solid 2px transparent;
    }
  }

  /*
   * Text buttons
   */

  .button--text {
    background-color: transparent;
    border-color: transparent;
    color: var(--sl-color-primary-600);
  }

  .button--text:hover:not(.button--disabled) {
    background-color: transparent;
    border-color: transparent;
    color: var(--sl-color-primary-500);
  }

  .button--text:focus-visible:not(.button--disabled) {
    background-color: transparent;
    border-color: transparent;
    color: var(--sl-color-primary-500);
  }

  .button--text:active:not(.button--disabled) {
    background-color: transparent;
    border-color: transparent;
    color: var(--sl-color-primary-700);
  }

  /*
   * Size modifiers
   */

  .button--small {
    height: auto;
    min-height: var(--sl-input-height-small);
    font-size: var(--sl-button-font-size-small);
    line-height: calc(var(--sl-input-height-small) - var(--sl-input-border-width) * 2);
    border-radius: var(--sl-input-border-radius-small);
  }

  .button--medium {
    height: auto;
    min-height: var(--sl-input-height-medium);
    font-size: var(--sl-button-font-size-medium);
    line-height: calc(var(--sl-input-height-medium) - var(--sl-input-border-width) * 2);
    border-radius: var(--sl-input-border-radius-medium);
  }

  .button--large {
    height: auto;
    min-height: var(--sl-input-height-large);
    font-size: var(--sl-button-font-size-large);
    line-height: calc(var(--sl-input-height-large) - var(--sl-input-border-width) * 2);
    border-radius: var(--sl-input-border-radius-large);
  }

  /*
   * Pill modifier
   */

  .button--pill.button--small {
    border-radius: var(--sl-input-height-small);
  }

  .button--pill.button--medium {
    border-radius: var(--sl-input-height-medium);
  }

  .button--pill.button--large {
    border-radius: var(--sl-input-height-large);
  }

  /*
   * Circle modifier
   */

  .button--circle {
    padding-left: 0;
    padding-right: 0;
  }

  .button--circle.button--small {
    width: var(--sl-input-height-small);
    border-radius: 50%;
  }

  .button--circle.button--medium {
    width: var(--sl-input-height-medium);
    border-radius: 50%;
  }

  .button--circle.button--large {
    width: var(--sl-input-height-large);
    border-radius: 50%;
  }

  .button--circle .button__prefix,
  .button--circle .button__suffix,
  .button--circle .button__caret {
    display: none;
  }

  /*
   * Caret modifier
   */

  .button--caret .button__suffix {
    display: none;
  }

  .button--caret .button__caret {
    height: auto;
  }

  /*
   * Loading modifier
   */

  .button--loading {
    position: relative;
    cursor: wait;
  }

  .button--loading .button__prefix,
  .button--loading .button__label,
  .button--loading .button__suffix,
  .button--loading .button__caret {
    visibility: hidden;
  }

  .button--loading sl-spinner {
    --indicator-color: currentColor;
    position: absolute;
    font-size: 1em;
    height: 1em;
    width: 1em;
    top: calc(50% - 0.5em);
    left: calc(50% - 0.5em);
  }

  /*
   * Badges
   */

  .button ::slotted(sl-badge) {
    position: absolute;
    top: 0;
    right: 0;
    translate: 50% -50%;
    pointer-events: none;
  }

  .button--rtl ::slotted(sl-badge) {
    right: auto;
    left: 0;
    translate: -50% -50%;
  }

  /*
   * Button spacing
   */

  .button--has-label.button--small .button__label {
    padding: 0 var(--sl-spacing-small);
  }

  .button--has-label.button--medium .button__label {
    padding: 0 var(--sl-spacing-medium);
  }

  .button--has-label.button--large .button__label {
    padding: 0 var(--sl-spacing-large);
  }

  .button--has-prefix.button--small {
    padding-inline-start: var(--sl-spacing-x-small);
  }

  .button--has-prefix.button--small .button__label {
    padding-inline-start: var(--sl-spacing-x-small);
  }

  .button--has-prefix.button--medium {
    padding-inline-start: var(--sl-spacing-small);
  }

  .button--has-prefix.button--medium .button__label {
    padding-inline-start: var(--sl-spacing-small);
  }

  .button--has-prefix.button--large {
    padding-inline-start: var(--sl-spacing-small);
  }

  .button--has-prefix.button--large .button__label {
    padding-inline-start: var(--sl-spacing-small);
  }

  .button--has-suffix.button--small,
  .button--caret.button--small {
    padding-inline-end: var(--sl-spacing-x-small);
  }

  .button--has-suffix.button--small .button__label,
  .button--caret.button--small .button__label {
    padding-inline-end: var(--sl-spacing-x-small);
  }

  .button--has-suffix.button--medium,
  .button--caret.button--medium {
    padding-inline-end: var(--sl-spacing-small);
  }

  .button--has-suffix.button--medium .button__label,
  .button--caret.button--medium .button__label {
    padding-inline-end: var(--sl-spacing-small);
  }

  .button--has-suffix.button--large,
  .button--caret.button--large {
    padding-inline-end: var(--sl-spacing-small);
  }

  .button--has-suffix.button--large .button__label,
  .button--caret.button--large .button__label {
    padding-inline-end: var(--sl-spacing-small);
  }

  /*
   * Button groups support a variety of button types (e.g. buttons with tooltips, buttons as dropdown triggers, etc.).
   * This means buttons aren't always direct descendants of the button group, thus we can't target them with the
   * ::slotted selector. To work around this, the button group component does some magic to add these special classes to
   * buttons and we style them here instead.
   */

  :host([data-sl-button-group__button--first]:not([data-sl-button-group__button--last])) .button {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }

  :host([data-sl-button-group__button--inner]) .button {
    border-radius: 0;
  }

  :host([data-sl-button-group__button--last]:not([data-sl-button-group__button--first])) .button {
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }

  /* All except the first */
  :host([data-sl-button-group__button]:not([data-sl-button-group__button--first])) {
    margin-inline-start: calc(-1 * var(--sl-input-border-width));
  }

  /* Add a visual separator between solid buttons */
  :host(
      [data-sl-button-group__button]:not(
          [data-sl-button-group__button--first],
          [data-sl-button-group__button--radio],
          [variant='default']
        ):not(:hover)
    )
    .button:after {
    content: '';
    position: absolute;
    top: 0;
    inset-inline-start: 0;
    bottom: 0;
    border-left: solid 1px rgb(128 128 128 / 33%);
    mix-blend-mode: multiply;
  }

  /* Bump hovered, focused, and checked buttons up so their focus ring isn't clipped */
  :host([data-sl-button-group__button--hover]) {
    z-index: 1;
  }

  /* Focus and checked are always on top */
  :host([data-sl-button-group__button--focus]),
  :host([data-sl-button-group__button][checked]) {
    z-index: 2;
  }
`;var $e=class{constructor(i,...t){this.slotNames=[],this.handleSlotChange=e=>{let o=e.target;(this.slotNames.includes("[default]")&&!o.name||o.name&&this.slotNames.includes(o.name))&&this.host.requestUpdate()},(this.host=i).addController(this),this.slotNames=t}hasDefaultSlot(){return[...this.host.childNodes].some(i=>{if(i.nodeType===i.TEXT_NODE&&i.textContent.trim()!=="")return!0;if(i.nodeType===i.ELEMENT_NODE){let t=i;if(t.tagName.toLowerCase()==="sl-visually-hidden")return!1;if(!t.hasAttribute("slot"))return!0}return!1})}hasNamedSlot(i){return this.host.querySelector(`:scope > [slot="${i}"]`)!==null}test(i){return i==="[default]"?this.hasDefaultSlot():this.hasNamedSlot(i)}hostConnected(){this.host.shadowRoot.addEventListener("slotchange",this.handleSlotChange)}hostDisconnected(){this.host.shadowRoot.removeEventListener("slotchange",this.handleSlotChange)}};var Cd="";function lf(i){Cd=i}function cf(i=""){if(!Cd){let t=[...document.getElementsByTagName("script")],e=t.find(o=>o.hasAttribute("data-shoelace"));if(e)lf(e.getAttribute("data-shoelace"));else{let o=t.find(n=>/shoelace(\.min)?\.js($|\?)/.test(n.src)||/shoelace-autoloader(\.min)?\.js($|\?)/.test(n.src)),r="";o&&(r=o.getAttribute("src")),lf(r.split("/").slice(0,-1).join("/"))}}return Cd.replace(/\/$/,"")+(i?`/${i.replace(/^\//,"")}`:"")}var Z0={name:"default",resolver:i=>cf(`assets/icons/${i}.svg`)},df=Z0;var pf={caret:`
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">
      <polyline points="6 9 12 15 18 9"></polyline>
    </svg>
  `,check:`
    <svg part="checked-icon" class="checkbox__icon" viewBox="0 0 16 16">
      <g stroke="none" stroke-width="1" fill="none" fill-rule="evenodd" stroke-linecap="round">
        <g stroke="currentColor">
          <g transform="translate(3.428571, 3.428571)">
            <path d="M0,5.71428571 L3.42857143,9.14285714"></path>
            <path d="M9.14285714,0 L3.42857143,9.14285714"></path>
          </g>
        </g>
      </g>
    </svg>
  `,"chevron-down":`
    <svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" fill="currentColor" class="bi bi-chevron-down" viewBox="0 0 16 16">
      <path fill-rule="evenodd" d="M1.646 4.646a.5.5 0 0 1 .708 0L8 10.293l5.646-5.647a.5.5 0 0 1 .708.708l-6 6a.5.5 0 0 1-.708 0l-6-6a.5.5 0 0 1 0-.708z"/>
    </svg>
  `,"chevron-left":`
    <svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" fill="currentColor" class="bi bi-chevron-left" viewBox="0 0 16 16">
      <path fill-rule="evenodd" d="M11.354 1.646a.5.5 0 0 1 0 .708L5.707 8l5.647 5.646a.5.5 0 0 1-.708.708l-6-6a.5.5 0 0 1 0-.708l6-6a.5.5 0 0 1 .708 0z"/>
    </svg>
  `,"chevron-right":`
    <svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" fill="currentColor" class="bi bi-chevron-right" viewBox="0 0 16 16">
      <path fill-rule="evenodd" d="M4.646 1.646a.5.5 0 0 1 .708 0l6 6a.5.5 0 0 1 0 .708l-6 6a.5.5 0 0 1-.708-.708L10.293 8 4.646 2.354a.5.5 0 0 1 0-.708z"/>
    </svg>
  `,copy:`
    <svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" fill="currentColor" class="bi bi-copy" viewBox="0 0 16 16">
      <path fill-rule="evenodd" d="M4 2a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V2Zm2-1a1 1 0 0 0-1 1v8a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1V2a1 1 0 0 0-1-1H6ZM2 5a1 1 0 0 0-1 1v8a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1v-1h1v1a2 2 0 0 1-2 2H2a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2h1v1H2Z"/>
    </svg>
  `,eye:`
    <svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" fill="currentColor" class="bi bi-eye" viewBox="0 0 16 16">
      <path d="M16 8s-3-5.5-8-5.5S0 8 0 8s3 5.5 8 5.5S16 8 16 8zM1.173 8a13.133 13.133 0 0 1 1.66-2.043C4.12 4.668 5.88 3.5 8 3.5c2.12 0 3.879 1.168 5.168 2.457A13.133 13.133 0 0 1 14.828 8c-.058.087-.122.183-.195.288-.335.48-.83 1.12-1.465 1.755C11.879 11.332 10.119 12.5 8 12.5c-2.12 0-3.879-1.168-5.168-2.457A13.134 13.134 0 0 1 1.172 8z"/>
      <path d="M8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM4.5 8a3.5 3.5 0 1 1 7 0 3.5 3.5 0 0 1-7 0z"/>
    </svg>
  `,"eye-slash":`
    <svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" fill="currentColor" class="bi bi-eye-slash" viewBox="0 0 16 16">
      <path d="M13.359 11.238C15.06 9.72 16 8 16 8s-3-5.5-8-5.5a7.028 7.028 0 0 0-2.79.588l.77.771A5.944 5.944 0 0 1 8 3.5c2.12 0 3.879 1.168 5.168 2.457A13.134 13.134 0 0 1 14.828 8c-.058.087-.122.183-.195.288-.335.48-.83 1.12-1.465 1.755-.165.165-.337.328-.517.486l.708.709z"/>
      <path d="M11.297 9.176a3.5 3.5 0 0 0-4.474-4.474l.823.823a2.5 2.5 0 0 1 2.829 2.829l.822.822zm-2.943 1.299.822.822a3.5 3.5 0 0 1-4.474-4.474l.823.823a2.5 2.5 0 0 0 2.829 2.829z"/>
      <path d="M3.35 5.47c-.18.16-.353.322-.518.487A13.134 13.134 0 0 0 1.172 8l.195.288c.335.48.83 1.12 1.465 1.755C4.121 11.332 5.881 12.5 8 12.5c.716 0 1.39-.133 2.02-.36l.77.772A7.029 7.029 0 0 1 8 13.5C3 13.5 0 8 0 8s.939-1.721 2.641-3.238l.708.709zm10.296 8.884-12-12 .708-.708 12 12-.708.708z"/>
    </svg>
  `,eyedropper:`
    <svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" fill="currentColor" class="bi bi-eyedropper" viewBox="0 0 16 16">
      <path d="M13.354.646a1.207 1.207 0 0 0-1.708 0L8.5 3.793l-.646-.647a.5.5 0 1 0-.708.708L8.293 5l-7.147 7.146A.5.5 0 0 0 1 12.5v1.793l-.854.853a.5.5 0 1 0 .708.707L1.707 15H3.5a.5.5 0 0 0 .354-.146L11 7.707l1.146 1.147a.5.5 0 0 0 .708-.708l-.647-.646 3.147-3.146a1.207 1.207 0 0 0 0-1.708l-2-2zM2 12.707l7-7L10.293 7l-7 7H2v-1.293z"></path>
    </svg>
  `,"grip-vertical":`
    <svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" fill="currentColor" class="bi bi-grip-vertical" viewBox="0 0 16 16">
      <path d="M7 2a1 1 0 1 1-2 0 1 1 0 0 1 2 0zm3 0a1 1 0 1 1-2 0 1 1 0 0 1 2 0zM7 5a1 1 0 1 1-2 0 1 1 0 0 1 2 0zm3 0a1 1 0 1 1-2 0 1 1 0 0 1 2 0zM7 8a1 1 0 1 1-2 0 1 1 0 0 1 2 0zm3 0a1 1 0 1 1-2 0 1 1 0 0 1 2 0zm-3 3a1 1 0 1 1-2 0 1 1 0 0 1 2 0zm3 0a1 1 0 1 1-2 0 1 1 0 0 1 2 0zm-3 3a1 1 0 1 1-2 0 1 1 0 0 1 2 0zm3 0a1 1 0 1 1-2 0 1 1 0 0 1 2 0z"></path>
    </svg>
  `,indeterminate:`
    <svg part="indeterminate-icon" class="checkbox__icon" viewBox="0 0 16 16">
      <g stroke="none" stroke-width="1" fill="none" fill-rule="evenodd" stroke-linecap="round">
        <g stroke="currentColor" stroke-width="2">
          <g transform="translate(2.285714, 6.857143)">
            <path d="M10.2857143,1.14285714 L1.14285714,1.14285714"></path>
          </g>
        </g>
      </g>
    </svg>
  `,"person-fill":`
    <svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" fill="currentColor" class="bi bi-person-fill" viewBox="0 0 16 16">
      <path d="M3 14s-1 0-1-1 1-4 6-4 6 3 6 4-1 1-1 1H3zm5-6a3 3 0 1 0 0-6 3 3 0 0 0 0 6z"/>
    </svg>
  `,"play-fill":`
    <svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" fill="currentColor" class="bi bi-play-fill" viewBox="0 0 16 16">
      <path d="m11.596 8.697-6.363 3.692c-.54.313-1.233-.066-1.233-.697V4.308c0-.63.692-1.01 1.233-.696l6.363 3.692a.802.802 0 0 1 0 1.393z"></path>
    </svg>
  `,"pause-fill":`
    <svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" fill="currentColor" class="bi bi-pause-fill" viewBox="0 0 16 16">
      <path d="M5.5 3.5A1.5 1.5 0 0 1 7 5v6a1.5 1.5 0 0 1-3 0V5a1.5 1.5 0 0 1 1.5-1.5zm5 0A1.5 1.5 0 0 1 12 5v6a1.5 1.5 0 0 1-3 0V5a1.5 1.5 0 0 1 1.5-1.5z"></path>
    </svg>
  `,radio:`
    <svg part="checked-icon" class="radio__icon" viewBox="0 0 16 16">
      <g stroke="none" stroke-width="1" fill="none" fill-rule="evenodd">
        <g fill="currentColor">
          <circle cx="8" cy="8" r="3.42857143"></circle>
        </g>
      </g>
    </svg>
  `,"star-fill":`
    <svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" fill="currentColor" class="bi bi-star-fill" viewBox="0 0 16 16">
      <path d="M3.612 15.443c-.386.198-.824-.149-.746-.592l.83-4.73L.173 6.765c-.329-.314-.158-.888.283-.95l4.898-.696L7.538.792c.197-.39.73-.39.927 0l2.184 4.327 4.898.696c.441.062.612.636.282.95l-3.522 3.356.83 4.73c.078.443-.36.79-.746.592L8 13.187l-4.389 2.256z"/>
    </svg>
  `,"x-lg":`
    <svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" fill="currentColor" class="bi bi-x-lg" viewBox="0 0 16 16">
      <path d="M2.146 2.854a.5.5 0 1 1 .708-.708L8 7.293l5.146-5.147a.5.5 0 0 1 .708.708L8.707 8l5.147 5.146a.5.5 0 0 1-.708.708L8 8.707l-5.146 5.147a.5.5 0 0 1-.708-.708L7.293 8 2.146 2.854Z"/>
    </svg>
  `,"x-circle-fill":`
    <svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" fill="currentColor" class="bi bi-x-circle-fill" viewBox="0 0 16 16">
      <path d="M16 8A8 8 0 1 1 0 8a8 8 0 0 1 16 0zM5.354 4.646a.5.5 0 1 0-.708.708L7.293 8l-2.647 2.646a.5.5 0 0 0 .708.708L8 8.707l2.646 2.647a.5.5 0 0 0 .708-.708L8.707 8l2.647-2.646a.5.5 0 0 0-.708-.708L8 7.293 5.354 4.646z"></path>
    </svg>
  `},J0={name:"system",resolver:i=>i in pf?`data:image/svg+xml,${encodeURIComponent(pf[i])}`:""},uf=J0;var Q0=[df,uf],Ed=[];function hf(i){Ed.push(i)}function mf(i){Ed=Ed.filter(t=>t!==i)}function Ad(i){return Q0.find(t=>t.name===i)}var ff=_`
  :host {
    display: inline-block;
    width: 1em;
    height: 1em;
    box-sizing: content-box !important;
  }

  svg {
    display: block;
    height: 100%;
    width: 100%;
  }
`;function dt(i,t){let e=Qt({waitUntilFirstUpdate:!1},t);return(o,r)=>{let{update:n}=o,s=Array.isArray(i)?i:[i];o.update=function(a){s.forEach(l=>{let c=l;if(a.has(c)){let d=a.get(c),p=this[c];d!==p&&(!e.waitUntilFirstUpdate||this.hasUpdated)&&this[r](d,p)}}),n.call(this,a)}}}var cn=Symbol(),Vs=Symbol(),Sd,$d=new Map,vt=class extends it{constructor(){super(...arguments),this.initialRender=!1,this.svg=null,this.label="",this.library="default"}async resolveIcon(i,t){var e;let o;if(t?.spriteSheet)return this.svg=y`<svg part="svg">
        <use part="use" href="${i}"></use>
      </svg>`,this.svg;try{if(o=await fetch(i,{mode:"cors"}),!o.ok)return o.status===410?cn:Vs}catch{return Vs}try{let r=document.createElement("div");r.innerHTML=await o.text();let n=r.firstElementChild;if(((e=n?.tagName)==null?void 0:e.toLowerCase())!=="svg")return cn;Sd||(Sd=new DOMParser);let a=Sd.parseFromString(n.outerHTML,"text/html").body.querySelector("svg");return a?(a.part.add("svg"),document.adoptNode(a)):cn}catch{return cn}}connectedCallback(){super.connectedCallback(),hf(this)}firstUpdated(){this.initialRender=!0,this.setIcon()}disconnectedCallback(){super.disconnectedCallback(),mf(this)}getIconSource(){let i=Ad(this.library);return this.name&&i?{url:i.resolver(this.name),fromLibrary:!0}:{url:this.src,fromLibrary:!1}}handleLabelChange(){typeof this.label=="string"&&this.label.length>0?(this.setAttribute("role","img"),this.setAttribute("aria-label",this.label),this.removeAttribute("aria-hidden")):(this.removeAttribute("role"),this.removeAttribute("aria-label"),this.setAttribute("aria-hidden","true"))}async setIcon(){var i;let{url:t,fromLibrary:e}=this.getIconSource(),o=e?Ad(this.library):void 0;if(!t){this.svg=null;return}let r=$d.get(t);if(r||(r=this.resolveIcon(t,o),$d.set(t,r)),!this.initialRender)return;let n=await r;if(n===Vs&&$d.delete(t),t===this.getIconSource().url){if(qu(n)){if(this.svg=n,o){await this.updateComplete;let s=this.shadowRoot.querySelector("[part='svg']");typeof o.mutator=="function"&&s&&o.mutator(s)}return}switch(n){case Vs:case cn:this.svg=null,this.emit("sl-error");break;default:this.svg=n.cloneNode(!0),(i=o?.mutator)==null||i.call(o,this.svg),this.emit("sl-load")}}}render(){return this.svg}};vt.styles=[ut,ff];v([M()],vt.prototype,"svg",2);v([h({reflect:!0})],vt.prototype,"name",2);v([h()],vt.prototype,"src",2);v([h()],vt.prototype,"label",2);v([h({reflect:!0})],vt.prototype,"library",2);v([dt("label")],vt.prototype,"handleLabelChange",1);v([dt(["name","src","library"])],vt.prototype,"setIcon",1);var D=i=>i??C;var K=class extends it{constructor(){super(...arguments),this.formControlController=new Se(this,{assumeInteractionOn:["click"]}),this.hasSlotController=new $e(this,"[default]","prefix","suffix"),this.localize=new Wt(this),this.hasFocus=!1,this.invalid=!1,this.title="",this.variant="default",this.size="medium",this.caret=!1,this.disabled=!1,this.loading=!1,this.outline=!1,this.pill=!1,this.circle=!1,this.type="button",this.name="",this.value="",this.href="",this.rel="noreferrer noopener"}get validity(){return this.isButton()?this.button.validity:Hs}get validationMessage(){return this.isButton()?this.button.validationMessage:""}firstUpdated(){this.isButton()&&this.formControlController.updateValidity()}handleBlur(){this.hasFocus=!1,this.emit("sl-blur")}handleFocus(){this.hasFocus=!0,this.emit("sl-focus")}handleClick(){this.type==="submit"&&this.formControlController.submit(this),this.type==="reset"&&this.formControlController.reset(this)}handleInvalid(i){this.formControlController.setValidity(!1),this.formControlController.emitInvalidEvent(i)}isButton(){return!this.href}isLink(){return!!this.href}handleDisabledChange(){this.isButton()&&this.formControlController.setValidity(this.disabled)}click(){this.button.click()}focus(i){this.button.focus(i)}blur(){this.button.blur()}checkValidity(){return this.isButton()?this.button.checkValidity():!0}getForm(){return this.formControlController.getForm()}reportValidity(){return this.isButton()?this.button.reportValidity():!0}setCustomValidity(i){this.isButton()&&(this.button.setCustomValidity(i),this.formControlController.updateValidity())}render(){let i=this.isLink(),t=i?Nt`a`:Nt`button`;return re`
      <${t}
        part="base"
        class=${N({button:!0,"button--default":this.variant==="default","button--primary":this.variant==="primary","button--success":this.variant==="success","button--neutral":this.variant==="neutral","button--warning":this.variant==="warning","button--danger":this.variant==="danger","button--text":this.variant==="text","button--small":this.size==="small","button--medium":this.size==="medium","button--large":this.size==="large","button--caret":this.caret,"button--circle":this.circle,"button--disabled":this.disabled,"button--focused":this.hasFocus,"button--loading":this.loading,"button--standard":!this.outline,"button--outline":this.outline,"button--pill":this.pill,"button--rtl":this.localize.dir()==="rtl","button--has-label":this.hasSlotController.test("[default]"),"button--has-prefix":this.hasSlotController.test("prefix"),"button--has-suffix":this.hasSlotController.test("suffix")})}
        ?disabled=${D(i?void 0:this.disabled)}
        type=${D(i?void 0:this.type)}
        title=${this.title}
        name=${D(i?void 0:this.name)}
        value=${D(i?void 0:this.value)}
        href=${D(i&&!this.disabled?this.href:void 0)}
        target=${D(i?this.target:void 0)}
        download=${D(i?this.download:void 0)}
        rel=${D(i?this.rel:void 0)}
        role=${D(i?void 0:"button")}
        aria-disabled=${this.disabled?"true":"false"}
        tabindex=${this.disabled?"-1":"0"}
        @blur=${this.handleBlur}
        @focus=${this.handleFocus}
        @invalid=${this.isButton()?this.handleInvalid:null}
        @click=${this.handleClick}
      >
        <slot name="prefix" part="prefix" class="button__prefix"></slot>
        <slot part="label" class="button__label"></slot>
        <slot name="suffix" part="suffix" class="button__suffix"></slot>
        ${this.caret?re` <sl-icon part="caret" class="button__caret" library="system" name="caret"></sl-icon> `:""}
        ${this.loading?re`<sl-spinner part="spinner"></sl-spinner>`:""}
      </${t}>
    `}};K.styles=[ut,af];K.dependencies={"sl-icon":vt,"sl-spinner":wd};v([z(".button")],K.prototype,"button",2);v([M()],K.prototype,"hasFocus",2);v([M()],K.prototype,"invalid",2);v([h()],K.prototype,"title",2);v([h({reflect:!0})],K.prototype,"variant",2);v([h({reflect:!0})],K.prototype,"size",2);v([h({type:Boolean,reflect:!0})],K.prototype,"caret",2);v([h({type:Boolean,reflect:!0})],K.prototype,"disabled",2);v([h({type:Boolean,reflect:!0})],K.prototype,"loading",2);v([h({type:Boolean,reflect:!0})],K.prototype,"outline",2);v([h({type:Boolean,reflect:!0})],K.prototype,"pill",2);v([h({type:Boolean,reflect:!0})],K.prototype,"circle",2);v([h()],K.prototype,"type",2);v([h()],K.prototype,"name",2);v([h()],K.prototype,"value",2);v([h()],K.prototype,"href",2);v([h()],K.prototype,"target",2);v([h()],K.prototype,"rel",2);v([h()],K.prototype,"download",2);v([h()],K.prototype,"form",2);v([h({attribute:"formaction"})],K.prototype,"formAction",2);v([h({attribute:"formenctype"})],K.prototype,"formEnctype",2);v([h({attribute:"formmethod"})],K.prototype,"formMethod",2);v([h({attribute:"formnovalidate",type:Boolean})],K.prototype,"formNoValidate",2);v([h({attribute:"formtarget"})],K.prototype,"formTarget",2);v([dt("disabled",{waitUntilFirstUpdate:!0})],K.prototype,"handleDisabledChange",1);K.define("sl-button");var vf=_`
  :host {
    display: inline-block;
  }

  .checkbox {
    position: relative;
    display: inline-flex;
    align-items: flex-start;
    font-family: var(--sl-input-font-family);
    font-weight: var(--sl-input-font-weight);
    color: var(--sl-input-label-color);
    vertical-align: middle;
    cursor: pointer;
  }

  .checkbox--small {
    --toggle-size: var(--sl-toggle-size-small);
    font-size: var(--sl-input-font-size-small);
  }

  .checkbox--medium {
    --toggle-size: var(--sl-toggle-size-medium);
    font-size: var(--sl-input-font-size-medium);
  }

  .checkbox--large {
    --toggle-size: var(--sl-toggle-size-large);
    font-size: var(--sl-input-font-size-large);
  }

  .checkbox__control {
    flex: 0 0 auto;
    position: relative;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    width: var(--toggle-size);
    height: var(--toggle-size);
    border: solid var(--sl-input-border-width) var(--sl-input-border-color);
    border-radius: 2px;
    background-color: var(--sl-input-background-color);
    color: var(--sl-color-neutral-0);
    transition:
      var(--sl-transition-fast) border-color,
      var(--sl-transition-fast) background-color,
      var(--sl-transition-fast) color,
      var(--sl-transition-fast) box-shadow;
  }

  .checkbox__input {
    position: absolute;
    opacity: 0;
    padding: 0;
    margin: 0;
    pointer-events: none;
  }

  .checkbox__checked-icon,
  .checkbox__indeterminate-icon {
    display: inline-flex;
    width: var(--toggle-size);
    height: var(--toggle-size);
  }

  /* Hover */
  .checkbox:not(.checkbox--checked):not(.checkbox--disabled) .checkbox__control:hover {
    border-color: var(--sl-input-border-color-hover);
    background-color: var(--sl-input-background-color-hover);
  }

  /* Focus */
  .checkbox:not(.checkbox--checked):not(.checkbox--disabled) .checkbox__input:focus-visible ~ .checkbox__control {
    outline: var(--sl-focus-ring);
    outline-offset: var(--sl-focus-ring-offset);
  }

  /* Checked/indeterminate */
  .checkbox--checked .checkbox__control,
  .checkbox--indeterminate .checkbox__control {
    border-color: var(--sl-color-primary-600);
    background-color: var(--sl-color-primary-600);
  }

  /* Checked/indeterminate + hover */
  .checkbox.checkbox--checked:not(.checkbox--disabled) .checkbox__control:hover,
  .checkbox.checkbox--indeterminate:not(.checkbox--disabled) .checkbox__control:hover {
    border-color: var(--sl-color-primary-500);
    background-color: var(--sl-color-primary-500);
  }

  /* Checked/indeterminate + focus */
  .checkbox.checkbox--checked:not(.checkbox--disabled) .checkbox__input:focus-visible ~ .checkbox__control,
  .checkbox.checkbox--indeterminate:not(.checkbox--disabled) .checkbox__input:focus-visible ~ .checkbox__control {
    outline: var(--sl-focus-ring);
    outline-offset: var(--sl-focus-ring-offset);
  }

  /* Disabled */
  .checkbox--disabled {
    opacity: 0.5;
    cursor: not-allowed;
  }

  .checkbox__label {
    display: inline-block;
    color: var(--sl-input-label-color);
    line-height: var(--toggle-size);
    margin-inline-start: 0.5em;
    user-select: none;
    -webkit-user-select: none;
  }

  :host([required]) .checkbox__label::after {
    content: var(--sl-input-required-content);
    color: var(--sl-input-required-content-color);
    margin-inline-start: var(--sl-input-required-content-offset);
  }
`;var Xo=(i="value")=>(t,e)=>{let o=t.constructor,r=o.prototype.attributeChangedCallback;o.prototype.attributeChangedCallback=function(n,s,a){var l;let c=o.getPropertyOptions(i),d=typeof c.attribute=="string"?c.attribute:i;if(n===d){let p=c.converter||li,m=(typeof p=="function"?p:(l=p?.fromAttribute)!=null?l:li.fromAttribute)(a,c.type);this[i]!==m&&(this[e]=m)}r.call(this,n,s,a)}};var ki=_`
  .form-control .form-control__label {
    display: none;
  }

  .form-control .form-control__help-text {
    display: none;
  }

  /* Label */
  .form-control--has-label .form-control__label {
    display: inline-block;
    color: var(--sl-input-label-color);
    margin-bottom: var(--sl-spacing-3x-small);
  }

  .form-control--has-label.form-control--small .form-control__label {
    font-size: var(--sl-input-label-font-size-small);
  }

  .form-control--has-label.form-control--medium .form-control__label {
    font-size: var(--sl-input-label-font-size-medium);
  }

  .form-control--has-label.form-control--large .form-control__label {
    font-size: var(--sl-input-label-font-size-large);
  }

  :host([required]) .form-control--has-label .form-control__label::after {
    content: var(--sl-input-required-content);
    margin-inline-start: var(--sl-input-required-content-offset);
    color: var(--sl-input-required-content-color);
  }

  /* Help text */
  .form-control--has-help-text .form-control__help-text {
    display: block;
    color: var(--sl-input-help-text-color);
    margin-top: var(--sl-spacing-3x-small);
  }

  .form-control--has-help-text.form-control--small .form-control__help-text {
    font-size: var(--sl-input-help-text-font-size-small);
  }

  .form-control--has-help-text.form-control--medium .form-control__help-text {
    font-size: var(--sl-input-help-text-font-size-medium);
  }

  .form-control--has-help-text.form-control--large .form-control__help-text {
    font-size: var(--sl-input-help-text-font-size-large);
  }

  .form-control--has-help-text.form-control--radio-group .form-control__help-text {
    margin-top: var(--sl-spacing-2x-small);
  }
`;var bt=class extends it{constructor(){super(...arguments),this.formControlController=new Se(this,{value:i=>i.checked?i.value||"on":void 0,defaultValue:i=>i.defaultChecked,setValue:(i,t)=>i.checked=t}),this.hasSlotController=new $e(this,"help-text"),this.hasFocus=!1,this.title="",this.name="",this.size="medium",this.disabled=!1,this.checked=!1,this.indeterminate=!1,this.defaultChecked=!1,this.form="",this.required=!1,this.helpText=""}get validity(){return this.input.validity}get validationMessage(){return this.input.validationMessage}firstUpdated(){this.formControlController.updateValidity()}handleClick(){this.checked=!this.checked,this.indeterminate=!1,this.emit("sl-change")}handleBlur(){this.hasFocus=!1,this.emit("sl-blur")}handleInput(){this.emit("sl-input")}handleInvalid(i){this.formControlController.setValidity(!1),this.formControlController.emitInvalidEvent(i)}handleFocus(){this.hasFocus=!0,this.emit("sl-focus")}handleDisabledChange(){this.formControlController.setValidity(this.disabled)}handleStateChange(){this.input.checked=this.checked,this.input.indeterminate=this.indeterminate,this.formControlController.updateValidity()}click(){this.input.click()}focus(i){this.input.focus(i)}blur(){this.input.blur()}checkValidity(){return this.input.checkValidity()}getForm(){return this.formControlController.getForm()}reportValidity(){return this.input.reportValidity()}setCustomValidity(i){this.input.setCustomValidity(i),this.formControlController.updateValidity()}render(){let i=this.hasSlotController.test("help-text"),t=this.helpText?!0:!!i;return y`
      <div
        class=${N({"form-control":!0,"form-control--small":this.size==="small","form-control--medium":this.size==="medium","form-control--large":this.size==="large","form-control--has-help-text":t})}
      >
        <label
          part="base"
          class=${N({checkbox:!0,"checkbox--checked":this.checked,"checkbox--disabled":this.disabled,"checkbox--focused":this.hasFocus,"checkbox--indeterminate":this.indeterminate,"checkbox--small":this.size==="small","checkbox--medium":this.size==="medium","checkbox--large":this.size==="large"})}
        >
          <input
            class="checkbox__input"
            type="checkbox"
            title=${this.title}
            name=${this.name}
            value=${D(this.value)}
            .indeterminate=${Ee(this.indeterminate)}
            .checked=${Ee(this.checked)}
            .disabled=${this.disabled}
            .required=${this.required}
            aria-checked=${this.checked?"true":"false"}
            aria-describedby="help-text"
            @click=${this.handleClick}
            @input=${this.handleInput}
            @invalid=${this.handleInvalid}
            @blur=${this.handleBlur}
            @focus=${this.handleFocus}
          />

          <span
            part="control${this.checked?" control--checked":""}${this.indeterminate?" control--indeterminate":""}"
            class="checkbox__control"
          >
            ${this.checked?y`
                  <sl-icon part="checked-icon" class="checkbox__checked-icon" library="system" name="check"></sl-icon>
                `:""}
            ${!this.checked&&this.indeterminate?y`
                  <sl-icon
                    part="indeterminate-icon"
                    class="checkbox__indeterminate-icon"
                    library="system"
                    name="indeterminate"
                  ></sl-icon>
                `:""}
          </span>

          <div part="label" class="checkbox__label">
            <slot></slot>
          </div>
        </label>

        <div
          aria-hidden=${t?"false":"true"}
          class="form-control__help-text"
          id="help-text"
          part="form-control-help-text"
        >
          <slot name="help-text">${this.helpText}</slot>
        </div>
      </div>
    `}};bt.styles=[ut,ki,vf];bt.dependencies={"sl-icon":vt};v([z('input[type="checkbox"]')],bt.prototype,"input",2);v([M()],bt.prototype,"hasFocus",2);v([h()],bt.prototype,"title",2);v([h()],bt.prototype,"name",2);v([h()],bt.prototype,"value",2);v([h({reflect:!0})],bt.prototype,"size",2);v([h({type:Boolean,reflect:!0})],bt.prototype,"disabled",2);v([h({type:Boolean,reflect:!0})],bt.prototype,"checked",2);v([h({type:Boolean,reflect:!0})],bt.prototype,"indeterminate",2);v([Xo("checked")],bt.prototype,"defaultChecked",2);v([h({reflect:!0})],bt.prototype,"form",2);v([h({type:Boolean,reflect:!0})],bt.prototype,"required",2);v([h({attribute:"help-text"})],bt.prototype,"helpText",2);v([dt("disabled",{waitUntilFirstUpdate:!0})],bt.prototype,"handleDisabledChange",1);v([dt(["checked","indeterminate"],{waitUntilFirstUpdate:!0})],bt.prototype,"handleStateChange",1);bt.define("sl-checkbox");var gf=_`
  :host {
    display: inline-block;
  }

  :host([size='small']) {
    --height: var(--sl-toggle-size-small);
    --thumb-size: calc(var(--sl-toggle-size-small) + 4px);
    --width: calc(var(--height) * 2);

    font-size: var(--sl-input-font-size-small);
  }

  :host([size='medium']) {
    --height: var(--sl-toggle-size-medium);
    --thumb-size: calc(var(--sl-toggle-size-medium) + 4px);
    --width: calc(var(--height) * 2);

    font-size: var(--sl-input-font-size-medium);
  }

  :host([size='large']) {
    --height: var(--sl-toggle-size-large);
    --thumb-size: calc(var(--sl-toggle-size-large) + 4px);
    --width: calc(var(--height) * 2);

    font-size: var(--sl-input-font-size-large);
  }

  .switch {
    position: relative;
    display: inline-flex;
    align-items: center;
    font-family: var(--sl-input-font-family);
    font-size: inherit;
    font-weight: var(--sl-input-font-weight);
    color: var(--sl-input-label-color);
    vertical-align: middle;
    cursor: pointer;
  }

  .switch__control {
    flex: 0 0 auto;
    position: relative;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    width: var(--width);
    height: var(--height);
    background-color: var(--sl-color-neutral-400);
    border: solid var(--sl-input-border-width) var(--sl-color-neutral-400);
    border-radius: var(--height);
    transition:
      var(--sl-transition-fast) border-color,
      var(--sl-transition-fast) background-color;
  }

  .switch__control .switch__thumb {
    width: var(--thumb-size);
    height: var(--thumb-size);
    background-color: var(--sl-color-neutral-0);
    border-radius: 50%;
    border: solid var(--sl-input-border-width) var(--sl-color-neutral-400);
    translate: calc((var(--width) - var(--height)) / -2);
    transition:
      var(--sl-transition-fast) translate ease,
      var(--sl-transition-fast) background-color,
      var(--sl-transition-fast) border-color,
      var(--sl-transition-fast) box-shadow;
  }

  .switch__input {
    position: absolute;
    opacity: 0;
    padding: 0;
    margin: 0;
    pointer-events: none;
  }

  /* Hover */
  .switch:not(.switch--checked):not(.switch--disabled) .switch__control:hover {
    background-color: var(--sl-color-neutral-400);
    border-color: var(--sl-color-neutral-400);
  }

  .switch:not(.switch--checked):not(.switch--disabled) .switch__control:hover .switch__thumb {
    background-color: var(--sl-color-neutral-0);
    border-color: var(--sl-color-neutral-400);
  }

  /* Focus */
  .switch:not(.switch--checked):not(.switch--disabled) .switch__input:focus-visible ~ .switch__control {
    background-color: var(--sl-color-neutral-400);
    border-color: var(--sl-color-neutral-400);
  }

  .switch:not(.switch--checked):not(.switch--disabled) .switch__input:focus-visible ~ .switch__control .switch__thumb {
    background-color: var(--sl-color-neutral-0);
    border-color: var(--sl-color-primary-600);
    outline: var(--sl-focus-ring);
    outline-offset: var(--sl-focus-ring-offset);
  }

  /* Checked */
  .switch--checked .switch__control {
    background-color: var(--sl-color-primary-600);
    border-color: var(--sl-color-primary-600);
  }

  .switch--checked .switch__control .switch__thumb {
    background-color: var(--sl-color-neutral-0);
    border-color: var(--sl-color-primary-600);
    translate: calc((var(--width) - var(--height)) / 2);
  }

  /* Checked + hover */
  .switch.switch--checked:not(.switch--disabled) .switch__control:hover {
    background-color: var(--sl-color-primary-600);
    border-color: var(--sl-color-primary-600);
  }

  .switch.switch--checked:not(.switch--disabled) .switch__control:hover .switch__thumb {
    background-color: var(--sl-color-neutral-0);
    border-color: var(--sl-color-primary-600);
  }

  /* Checked + focus */
  .switch.switch--checked:not(.switch--disabled) .switch__input:focus-visible ~ .switch__control {
    background-color: var(--sl-color-primary-600);
    border-color: var(--sl-color-primary-600);
  }

  .switch.switch--checked:not(.switch--disabled) .switch__input:focus-visible ~ .switch__control .switch__thumb {
    background-color: var(--sl-color-neutral-0);
    border-color: var(--sl-color-primary-600);
    outline: var(--sl-focus-ring);
    outline-offset: var(--sl-focus-ring-offset);
  }

  /* Disabled */
  .switch--disabled {
    opacity: 0.5;
    cursor: not-allowed;
  }

  .switch__label {
    display: inline-block;
    line-height: var(--height);
    margin-inline-start: 0.5em;
    user-select: none;
    -webkit-user-select: none;
  }

  :host([required]) .switch__label::after {
    content: var(--sl-input-required-content);
    color: var(--sl-input-required-content-color);
    margin-inline-start: var(--sl-input-required-content-offset);
  }

  @media (forced-colors: active) {
    .switch.switch--checked:not(.switch--disabled) .switch__control:hover .switch__thumb,
    .switch--checked .switch__control .switch__thumb {
      background-color: ButtonText;
    }
  }
`;var Tt=class extends it{constructor(){super(...arguments),this.formControlController=new Se(this,{value:i=>i.checked?i.value||"on":void 0,defaultValue:i=>i.defaultChecked,setValue:(i,t)=>i.checked=t}),this.hasSlotController=new $e(this,"help-text"),this.hasFocus=!1,this.title="",this.name="",this.size="medium",this.disabled=!1,this.checked=!1,this.defaultChecked=!1,this.form="",this.required=!1,this.helpText=""}get validity(){return this.input.validity}get validationMessage(){return this.input.validationMessage}firstUpdated(){this.formControlController.updateValidity()}handleBlur(){this.hasFocus=!1,this.emit("sl-blur")}handleInput(){this.emit("sl-input")}handleInvalid(i){this.formControlController.setValidity(!1),this.formControlController.emitInvalidEvent(i)}handleClick(){this.checked=!this.checked,this.emit("sl-change")}handleFocus(){this.hasFocus=!0,this.emit("sl-focus")}handleKeyDown(i){i.key==="ArrowLeft"&&(i.preventDefault(),this.checked=!1,this.emit("sl-change"),this.emit("sl-input")),i.key==="ArrowRight"&&(i.preventDefault(),this.checked=!0,this.emit("sl-change"),this.emit("sl-input"))}handleCheckedChange(){this.input.checked=this.checked,this.formControlController.updateValidity()}handleDisabledChange(){this.formControlController.setValidity(!0)}click(){this.input.click()}focus(i){this.input.focus(i)}blur(){this.input.blur()}checkValidity(){return this.input.checkValidity()}getForm(){return this.formControlController.getForm()}reportValidity(){return this.input.reportValidity()}setCustomValidity(i){this.input.setCustomValidity(i),this.formControlController.updateValidity()}render(){let i=this.hasSlotController.test("help-text"),t=this.helpText?!0:!!i;return y`
      <div
        class=${N({"form-control":!0,"form-control--small":this.size==="small","form-control--medium":this.size==="medium","form-control--large":this.size==="large","form-control--has-help-text":t})}
      >
        <label
          part="base"
          class=${N({switch:!0,"switch--checked":this.checked,"switch--disabled":this.disabled,"switch--focused":this.hasFocus,"switch--small":this.size==="small","switch--medium":this.size==="medium","switch--large":this.size==="large"})}
        >
          <input
            class="switch__input"
            type="checkbox"
            title=${this.title}
            name=${this.name}
            value=${D(this.value)}
            .checked=${Ee(this.checked)}
            .disabled=${this.disabled}
            .required=${this.required}
            role="switch"
            aria-checked=${this.checked?"true":"false"}
            aria-describedby="help-text"
            @click=${this.handleClick}
            @input=${this.handleInput}
            @invalid=${this.handleInvalid}
            @blur=${this.handleBlur}
            @focus=${this.handleFocus}
            @keydown=${this.handleKeyDown}
          />

          <span part="control" class="switch__control">
            <span part="thumb" class="switch__thumb"></span>
          </span>

          <div part="label" class="switch__label">
            <slot></slot>
          </div>
        </label>

        <div
          aria-hidden=${t?"false":"true"}
          class="form-control__help-text"
          id="help-text"
          part="form-control-help-text"
        >
          <slot name="help-text">${this.helpText}</slot>
        </div>
      </div>
    `}};Tt.styles=[ut,ki,gf];v([z('input[type="checkbox"]')],Tt.prototype,"input",2);v([M()],Tt.prototype,"hasFocus",2);v([h()],Tt.prototype,"title",2);v([h()],Tt.prototype,"name",2);v([h()],Tt.prototype,"value",2);v([h({reflect:!0})],Tt.prototype,"size",2);v([h({type:Boolean,reflect:!0})],Tt.prototype,"disabled",2);v([h({type:Boolean,reflect:!0})],Tt.prototype,"checked",2);v([Xo("checked")],Tt.prototype,"defaultChecked",2);v([h({reflect:!0})],Tt.prototype,"form",2);v([h({type:Boolean,reflect:!0})],Tt.prototype,"required",2);v([h({attribute:"help-text"})],Tt.prototype,"helpText",2);v([dt("checked",{waitUntilFirstUpdate:!0})],Tt.prototype,"handleCheckedChange",1);v([dt("disabled",{waitUntilFirstUpdate:!0})],Tt.prototype,"handleDisabledChange",1);Tt.define("sl-switch");var bf=_`
  :host {
    display: inline-block;
  }

  .tag {
    display: flex;
    align-items: center;
    border: solid 1px;
    line-height: 1;
    white-space: nowrap;
    user-select: none;
    -webkit-user-select: none;
  }

  .tag__remove::part(base) {
    color: inherit;
    padding: 0;
  }

  /*
   * Variant modifiers
   */

  .tag--primary {
    background-color: var(--sl-color-primary-50);
    border-color: var(--sl-color-primary-200);
    color: var(--sl-color-primary-800);
  }

  .tag--primary:active > sl-icon-button {
    color: var(--sl-color-primary-600);
  }

  .tag--success {
    background-color: var(--sl-color-success-50);
    border-color: var(--sl-color-success-200);
    color: var(--sl-color-success-800);
  }

  .tag--success:active > sl-icon-button {
    color: var(--sl-color-success-600);
  }

  .tag--neutral {
    background-color: var(--sl-color-neutral-50);
    border-color: var(--sl-color-neutral-200);
    color: var(--sl-color-neutral-800);
  }

  .tag--neutral:active > sl-icon-button {
    color: var(--sl-color-neutral-600);
  }

  .tag--warning {
    background-color: var(--sl-color-warning-50);
    border-color: var(--sl-color-warning-200);
    color: var(--sl-color-warning-800);
  }

  .tag--warning:active > sl-icon-button {
    color: var(--sl-color-warning-600);
  }

  .tag--danger {
    background-color: var(--sl-color-danger-50);
    border-color: var(--sl-color-danger-200);
    color: var(--sl-color-danger-800);
  }

  .tag--danger:active > sl-icon-button {
    color: var(--sl-color-danger-600);
  }

  /*
   * Size modifiers
   */

  .tag--small {
    font-size: var(--sl-button-font-size-small);
    height: calc(var(--sl-input-height-small) * 0.8);
    line-height: calc(var(--sl-input-height-small) - var(--sl-input-border-width) * 2);
    border-radius: var(--sl-input-border-radius-small);
    padding: 0 var(--sl-spacing-x-small);
  }

  .tag--medium {
    font-size: var(--sl-button-font-size-medium);
    height: calc(var(--sl-input-height-medium) * 0.8);
    line-height: calc(var(--sl-input-height-medium) - var(--sl-input-border-width) * 2);
    border-radius: var(--sl-input-border-radius-medium);
    padding: 0 var(--sl-spacing-small);
  }

  .tag--large {
    font-size: var(--sl-button-font-size-large);
    height: calc(var(--sl-input-height-large) * 0.8);
    line-height: calc(var(--sl-input-height-large) - var(--sl-input-border-width) * 2);
    border-radius: var(--sl-input-border-radius-large);
    padding: 0 var(--sl-spacing-medium);
  }

  .tag__remove {
    margin-inline-start: var(--sl-spacing-x-small);
  }

  /*
   * Pill modifier
   */

  .tag--pill {
    border-radius: var(--sl-border-radius-pill);
  }
`;var yf=_`
  :host {
    display: inline-block;
    color: var(--sl-color-neutral-600);
  }

  .icon-button {
    flex: 0 0 auto;
    display: flex;
    align-items: center;
    background: none;
    border: none;
    border-radius: var(--sl-border-radius-medium);
    font-size: inherit;
    color: inherit;
    padding: var(--sl-spacing-x-small);
    cursor: pointer;
    transition: var(--sl-transition-x-fast) color;
    -webkit-appearance: none;
  }

  .icon-button:hover:not(.icon-button--disabled),
  .icon-button:focus-visible:not(.icon-button--disabled) {
    color: var(--sl-color-primary-600);
  }

  .icon-button:active:not(.icon-button--disabled) {
    color: var(--sl-color-primary-700);
  }

  .icon-button:focus {
    outline: none;
  }

  .icon-button--disabled {
    opacity: 0.5;
    cursor: not-allowed;
  }

  .icon-button:focus-visible {
    outline: var(--sl-focus-ring);
    outline-offset: var(--sl-focus-ring-offset);
  }

  .icon-button__icon {
    pointer-events: none;
  }
`;var Kt=class extends it{constructor(){super(...arguments),this.hasFocus=!1,this.label="",this.disabled=!1}handleBlur(){this.hasFocus=!1,this.emit("sl-blur")}handleFocus(){this.hasFocus=!0,this.emit("sl-focus")}handleClick(i){this.disabled&&(i.preventDefault(),i.stopPropagation())}click(){this.button.click()}focus(i){this.button.focus(i)}blur(){this.button.blur()}render(){let i=!!this.href,t=i?Nt`a`:Nt`button`;return re`
      <${t}
        part="base"
        class=${N({"icon-button":!0,"icon-button--disabled":!i&&this.disabled,"icon-button--focused":this.hasFocus})}
        ?disabled=${D(i?void 0:this.disabled)}
        type=${D(i?void 0:"button")}
        href=${D(i?this.href:void 0)}
        target=${D(i?this.target:void 0)}
        download=${D(i?this.download:void 0)}
        rel=${D(i&&this.target?"noreferrer noopener":void 0)}
        role=${D(i?void 0:"button")}
        aria-disabled=${this.disabled?"true":"false"}
        aria-label="${this.label}"
        tabindex=${this.disabled?"-1":"0"}
        @blur=${this.handleBlur}
        @focus=${this.handleFocus}
        @click=${this.handleClick}
      >
        <sl-icon
          class="icon-button__icon"
          name=${D(this.name)}
          library=${D(this.library)}
          src=${D(this.src)}
          aria-hidden="true"
        ></sl-icon>
      </${t}>
    `}};Kt.styles=[ut,yf];Kt.dependencies={"sl-icon":vt};v([z(".icon-button")],Kt.prototype,"button",2);v([M()],Kt.prototype,"hasFocus",2);v([h()],Kt.prototype,"name",2);v([h()],Kt.prototype,"library",2);v([h()],Kt.prototype,"src",2);v([h()],Kt.prototype,"href",2);v([h()],Kt.prototype,"target",2);v([h()],Kt.prototype,"download",2);v([h()],Kt.prototype,"label",2);v([h({type:Boolean,reflect:!0})],Kt.prototype,"disabled",2);var Ci=class extends it{constructor(){super(...arguments),this.localize=new Wt(this),this.variant="neutral",this.size="medium",this.pill=!1,this.removable=!1}handleRemoveClick(){this.emit("sl-remove")}render(){return y`
      <span
        part="base"
        class=${N({tag:!0,"tag--primary":this.variant==="primary","tag--success":this.variant==="success","tag--neutral":this.variant==="neutral","tag--warning":this.variant==="warning","tag--danger":this.variant==="danger","tag--text":this.variant==="text","tag--small":this.size==="small","tag--medium":this.size==="medium","tag--large":this.size==="large","tag--pill":this.pill,"tag--removable":this.removable})}
      >
        <slot part="content" class="tag__content"></slot>

        ${this.removable?y`
              <sl-icon-button
                part="remove-button"
                exportparts="base:remove-button__base"
                name="x-lg"
                library="system"
                label=${this.localize.term("remove")}
                class="tag__remove"
                @click=${this.handleRemoveClick}
                tabindex="-1"
              ></sl-icon-button>
            `:""}
      </span>
    `}};Ci.styles=[ut,bf];Ci.dependencies={"sl-icon-button":Kt};v([h({reflect:!0})],Ci.prototype,"variant",2);v([h({reflect:!0})],Ci.prototype,"size",2);v([h({type:Boolean,reflect:!0})],Ci.prototype,"pill",2);v([h({type:Boolean})],Ci.prototype,"removable",2);var xf=_`
  :host {
    display: block;
  }

  /** The popup */
  .select {
    flex: 1 1 auto;
    display: inline-flex;
    width: 100%;
    position: relative;
    vertical-align: middle;
  }

  .select::part(popup) {
    z-index: var(--sl-z-index-dropdown);
  }

  .select[data-current-placement^='top']::part(popup) {
    transform-origin: bottom;
  }

  .select[data-current-placement^='bottom']::part(popup) {
    transform-origin: top;
  }

  /* Combobox */
  .select__combobox {
    flex: 1;
    display: flex;
    width: 100%;
    min-width: 0;
    position: relative;
    align-items: center;
    justify-content: start;
    font-family: var(--sl-input-font-family);
    font-weight: var(--sl-input-font-weight);
    letter-spacing: var(--sl-input-letter-spacing);
    vertical-align: middle;
    overflow: hidden;
    cursor: pointer;
    transition:
      var(--sl-transition-fast) color,
      var(--sl-transition-fast) border,
      var(--sl-transition-fast) box-shadow,
      var(--sl-transition-fast) background-color;
  }

  .select__display-input {
    position: relative;
    width: 100%;
    font: inherit;
    border: none;
    background: none;
    color: var(--sl-input-color);
    cursor: inherit;
    overflow: hidden;
    padding: 0;
    margin: 0;
    -webkit-appearance: none;
  }

  .select__display-input::placeholder {
    color: var(--sl-input-placeholder-color);
  }

  .select:not(.select--disabled):hover .select__display-input {
    color: var(--sl-input-color-hover);
  }

  .select__display-input:focus {
    outline: none;
  }

  /* Visually hide the display input when multiple is enabled */
  .select--multiple:not(.select--placeholder-visible) .select__display-input {
    position: absolute;
    z-index: -1;
    top: 0;
    left: 0;
    width: 100%;
    height: 100%;
    opacity: 0;
  }

  .select__value-input {
    position: absolute;
    top: 0;
    left: 0;
    width: 100%;
    height: 100%;
    padding: 0;
    margin: 0;
    opacity: 0;
    z-index: -1;
  }

  .select__tags {
    display: flex;
    flex: 1;
    align-items: center;
    flex-wrap: wrap;
    margin-inline-start: var(--sl-spacing-2x-small);
  }

  .select__tags::slotted(sl-tag) {
    cursor: pointer !important;
  }

  .select--disabled .select__tags,
  .select--disabled .select__tags::slotted(sl-tag) {
    cursor: not-allowed !important;
  }

  /* Standard selects */
  .select--standard .select__combobox {
    background-color: var(--sl-input-background-color);
    border: solid var(--sl-input-border-width) var(--sl-input-border-color);
  }

  .select--standard.select--disabled .select__combobox {
    background-color: var(--sl-input-background-color-disabled);
    border-color: var(--sl-input-border-color-disabled);
    color: var(--sl-input-color-disabled);
    opacity: 0.5;
    cursor: not-allowed;
    outline: none;
  }

  .select--standard:not(.select--disabled).select--open .select__combobox,
  .select--standard:not(.select--disabled).select--focused .select__combobox {
    background-color: var(--sl-input-background-color-focus);
    border-color: var(--sl-input-border-color-focus);
    box-shadow: 0 0 0 var(--sl-focus-ring-width) var(--sl-input-focus-ring-color);
  }

  /* Filled selects */
  .select--filled .select__combobox {
    border: none;
    background-color: var(--sl-input-filled-background-color);
    color: var(--sl-input-color);
  }

  .select--filled:hover:not(.select--disabled) .select__combobox {
    background-color: var(--sl-input-filled-background-color-hover);
  }

  .select--filled.select--disabled .select__combobox {
    background-color: var(--sl-input-filled-background-color-disabled);
    opacity: 0.5;
    cursor: not-allowed;
  }

  .select--filled:not(.select--disabled).select--open .select__combobox,
  .select--filled:not(.select--disabled).select--focused .select__combobox {
    background-color: var(--sl-input-filled-background-color-focus);
    outline: var(--sl-focus-ring);
  }

  /* Sizes */
  .select--small .select__combobox {
    border-radius: var(--sl-input-border-radius-small);
    font-size: var(--sl-input-font-size-small);
    min-height: var(--sl-input-height-small);
    padding-block: 0;
    padding-inline: var(--sl-input-spacing-small);
  }

  .select--small .select__clear {
    margin-inline-start: var(--sl-input-spacing-small);
  }

  .select--small .select__prefix::slotted(*) {
    margin-inline-end: var(--sl-input-spacing-small);
  }

  .select--small.select--multiple:not(.select--placeholder-visible) .select__prefix::slotted(*) {
    margin-inline-start: var(--sl-input-spacing-small);
  }

  .select--small.select--multiple:not(.select--placeholder-visible) .select__combobox {
    padding-block: 2px;
    padding-inline-start: 0;
  }

  .select--small .select__tags {
    gap: 2px;
  }

  .select--medium .select__combobox {
    border-radius: var(--sl-input-border-radius-medium);
    font-size: var(--sl-input-font-size-medium);
    min-height: var(--sl-input-height-medium);
    padding-block: 0;
    padding-inline: var(--sl-input-spacing-medium);
  }

  .select--medium .select__clear {
    margin-inline-start: var(--sl-input-spacing-medium);
  }

  .select--medium .select__prefix::slotted(*) {
    margin-inline-end: var(--sl-input-spacing-medium);
  }

  .select--medium.select--multiple:not(.select--placeholder-visible) .select__prefix::slotted(*) {
    margin-inline-start: var(--sl-input-spacing-medium);
  }

  .select--medium.select--multiple:not(.select--placeholder-visible) .select__combobox {
    padding-inline-start: 0;
    padding-block: 3px;
  }

  .select--medium .select__tags {
    gap: 3px;
  }

  .select--large .select__combobox {
    border-radius: var(--sl-input-border-radius-large);
    font-size: var(--sl-input-font-size-large);
    min-height: var(--sl-input-height-large);
    padding-block: 0;
    padding-inline: var(--sl-input-spacing-large);
  }

  .select--large .select__clear {
    margin-inline-start: var(--sl-input-spacing-large);
  }

  .select--large .select__prefix::slotted(*) {
    margin-inline-end: var(--sl-input-spacing-large);
  }

  .select--large.select--multiple:not(.select--placeholder-visible) .select__prefix::slotted(*) {
    margin-inline-start: var(--sl-input-spacing-large);
  }

  .select--large.select--multiple:not(.select--placeholder-visible) .select__combobox {
    padding-inline-start: 0;
    padding-block: 4px;
  }

  .select--large .select__tags {
    gap: 4px;
  }

  /* Pills */
  .select--pill.select--small .select__combobox {
    border-radius: var(--sl-input-height-small);
  }

  .select--pill.select--medium .select__combobox {
    border-radius: var(--sl-input-height-medium);
  }

  .select--pill.select--large .select__combobox {
    border-radius: var(--sl-input-height-large);
  }

  /* Prefix and Suffix */
  .select__prefix,
  .select__suffix {
    flex: 0;
    display: inline-flex;
    align-items: center;
    color: var(--sl-input-placeholder-color);
  }

  .select__suffix::slotted(*) {
    margin-inline-start: var(--sl-spacing-small);
  }

  /* Clear button */
  .select__clear {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    font-size: inherit;
    color: var(--sl-input-icon-color);
    border: none;
    background: none;
    padding: 0;
    transition: var(--sl-transition-fast) color;
    cursor: pointer;
  }

  .select__clear:hover {
    color: var(--sl-input-icon-color-hover);
  }

  .select__clear:focus {
    outline: none;
  }

  /* Expand icon */
  .select__expand-icon {
    flex: 0 0 auto;
    display: flex;
    align-items: center;
    transition: var(--sl-transition-medium) rotate ease;
    rotate: 0;
    margin-inline-start: var(--sl-spacing-small);
  }

  .select--open .select__expand-icon {
    rotate: -180deg;
  }

  /* Listbox */
  .select__listbox {
    display: block;
    position: relative;
    font-family: var(--sl-font-sans);
    font-size: var(--sl-font-size-medium);
    font-weight: var(--sl-font-weight-normal);
    box-shadow: var(--sl-shadow-large);
    background: var(--sl-panel-background-color);
    border: solid var(--sl-panel-border-width) var(--sl-panel-border-color);
    border-radius: var(--sl-border-radius-medium);
    padding-block: var(--sl-spacing-x-small);
    padding-inline: 0;
    overflow: auto;
    overscroll-behavior: none;

    /* Make sure it adheres to the popup's auto size */
    max-width: var(--auto-size-available-width);
    max-height: var(--auto-size-available-height);
  }

  .select__listbox ::slotted(sl-divider) {
    --spacing: var(--sl-spacing-x-small);
  }

  .select__listbox ::slotted(small) {
    display: block;
    font-size: var(--sl-font-size-small);
    font-weight: var(--sl-font-weight-semibold);
    color: var(--sl-color-neutral-500);
    padding-block: var(--sl-spacing-2x-small);
    padding-inline: var(--sl-spacing-x-large);
  }
`;function tx(i,t){return{top:Math.round(i.getBoundingClientRect().top-t.getBoundingClientRect().top),left:Math.round(i.getBoundingClientRect().left-t.getBoundingClientRect().left)}}function _f(i,t,e="vertical",o="smooth"){let r=tx(i,t),n=r.top+t.scrollTop,s=r.left+t.scrollLeft,a=t.scrollLeft,l=t.scrollLeft+t.offsetWidth,c=t.scrollTop,d=t.scrollTop+t.offsetHeight;(e==="horizontal"||e==="both")&&(s<a?t.scrollTo({left:s,behavior:o}):s+i.clientWidth>l&&t.scrollTo({left:s-t.offsetWidth+i.clientWidth,behavior:o})),(e==="vertical"||e==="both")&&(n<c?t.scrollTo({top:n,behavior:o}):n+i.clientHeight>d&&t.scrollTo({top:n-t.offsetHeight+i.clientHeight,behavior:o}))}var wf=_`
  :host {
    --arrow-color: var(--sl-color-neutral-1000);
    --arrow-size: 6px;

    /*
     * These properties are computed to account for the arrow's dimensions after being rotated 45º. The constant
     * 0.7071 is derived from sin(45), which is the diagonal size of the arrow's container after rotating.
     */
    --arrow-size-diagonal: calc(var(--arrow-size) * 0.7071);
    --arrow-padding-offset: calc(var(--arrow-size-diagonal) - var(--arrow-size));

    display: contents;
  }

  .popup {
    position: absolute;
    isolation: isolate;
    max-width: var(--auto-size-available-width, none);
    max-height: var(--auto-size-available-height, none);
  }

  .popup--fixed {
    position: fixed;
  }

  .popup:not(.popup--active) {
    display: none;
  }

  .popup__arrow {
    position: absolute;
    width: calc(var(--arrow-size-diagonal) * 2);
    height: calc(var(--arrow-size-diagonal) * 2);
    rotate: 45deg;
    background: var(--arrow-color);
    z-index: -1;
  }

  /* Hover bridge */
  .popup-hover-bridge:not(.popup-hover-bridge--visible) {
    display: none;
  }

  .popup-hover-bridge {
    position: fixed;
    z-index: calc(var(--sl-z-index-dropdown) - 1);
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    clip-path: polygon(
      var(--hover-bridge-top-left-x, 0) var(--hover-bridge-top-left-y, 0),
      var(--hover-bridge-top-right-x, 0) var(--hover-bridge-top-right-y, 0),
      var(--hover-bridge-bottom-right-x, 0) var(--hover-bridge-bottom-right-y, 0),
      var(--hover-bridge-bottom-left-x, 0) var(--hover-bridge-bottom-left-y, 0)
    );
  }
`;var Te=Math.min,me=Math.max,pn=Math.round,un=Math.floor,Ie=i=>({x:i,y:i}),ex={left:"right",right:"left",bottom:"top",top:"bottom"};function Td(i,t,e){return me(i,Te(t,e))}function io(i,t){return typeof i=="function"?i(t):i}function Ei(i){return i.split("-")[0]}function oo(i){return i.split("-")[1]}function Id(i){return i==="x"?"y":"x"}function Us(i){return i==="y"?"height":"width"}function Oe(i){let t=i[0];return t==="t"||t==="b"?"y":"x"}function qs(i){return Id(Oe(i))}function Ef(i,t,e){e===void 0&&(e=!1);let o=oo(i),r=qs(i),n=Us(r),s=r==="x"?o===(e?"end":"start")?"right":"left":o==="start"?"bottom":"top";return t.reference[n]>t.floating[n]&&(s=dn(s)),[s,dn(s)]}function Af(i){let t=dn(i);return[js(i),t,js(t)]}function js(i){return i.includes("start")?i.replace("start","end"):i.replace("end","start")}var kf=["left","right"],Cf=["right","left"],ix=["top","bottom"],ox=["bottom","top"];function rx(i,t,e){switch(i){case"top":case"bottom":return e?t?Cf:kf:t?kf:Cf;case"left":case"right":return t?ix:ox;default:return[]}}function Sf(i,t,e,o){let r=oo(i),n=rx(Ei(i),e==="start",o);return r&&(n=n.map(s=>s+"-"+r),t&&(n=n.concat(n.map(js)))),n}function dn(i){let t=Ei(i);return ex[t]+i.slice(t.length)}function nx(i){var t,e,o,r;return{top:(t=i.top)!=null?t:0,right:(e=i.right)!=null?e:0,bottom:(o=i.bottom)!=null?o:0,left:(r=i.left)!=null?r:0}}function Od(i){return typeof i!="number"?nx(i):{top:i,right:i,bottom:i,left:i}}function ro(i){let{x:t,y:e,width:o,height:r}=i;return{width:o,height:r,top:e,left:t,right:t+o,bottom:e+r,x:t,y:e}}function $f(i,t,e){let{reference:o,floating:r}=i,n=Oe(t),s=qs(t),a=Us(s),l=Ei(t),c=n==="y",d=o.x+o.width/2-r.width/2,p=o.y+o.height/2-r.height/2,u=o[a]/2-r[a]/2,m;switch(l){case"top":m={x:d,y:o.y-r.height};break;case"bottom":m={x:d,y:o.y+o.height};break;case"right":m={x:o.x+o.width,y:p};break;case"left":m={x:o.x-r.width,y:p};break;default:m={x:o.x,y:o.y}}let g=oo(t);return g&&(m[s]+=u*(g==="end"?1:-1)*(e&&c?-1:1)),m}async function Tf(i,t){var e;t===void 0&&(t={});let{x:o,y:r,platform:n,rects:s,elements:a,strategy:l}=i,{boundary:c="clippingAncestors",rootBoundary:d="viewport",elementContext:p="floating",altBoundary:u=!1,padding:m=0}=io(t,i),g=Od(m),w=a[u?p==="floating"?"reference":"floating":p],x=ro(await n.getClippingRect({element:(e=await(n.isElement==null?void 0:n.isElement(w)))==null||e?w:w.contextElement||await(n.getDocumentElement==null?void 0:n.getDocumentElement(a.floating)),boundary:c,rootBoundary:d,strategy:l})),k=p==="floating"?{x:o,y:r,width:s.floating.width,height:s.floating.height}:s.reference,E=await(n.getOffsetParent==null?void 0:n.getOffsetParent(a.floating)),$=await(n.isElement==null?void 0:n.isElement(E))&&await(n.getScale==null?void 0:n.getScale(E))||{x:1,y:1},S=ro(n.convertOffsetParentRelativeRectToViewportRelativeRect?await n.convertOffsetParentRelativeRectToViewportRelativeRect({elements:a,rect:k,offsetParent:E,strategy:l}):k);return{top:(x.top-S.top+g.top)/$.y,bottom:(S.bottom-x.bottom+g.bottom)/$.y,left:(x.left-S.left+g.left)/$.x,right:(S.right-x.right+g.right)/$.x}}var sx=50,If=async(i,t,e)=>{let{placement:o="bottom",strategy:r="absolute",middleware:n=[],platform:s}=e,a=s.detectOverflow?s:{...s,detectOverflow:Tf},l=await(s.isRTL==null?void 0:s.isRTL(t)),c=await s.getElementRects({reference:i,floating:t,strategy:r}),{x:d,y:p}=$f(c,o,l),u=o,m=0,g={};for(let b=0;b<n.length;b++){let w=n[b];if(!w)continue;let{name:x,fn:k}=w,{x:E,y:$,data:S,reset:I}=await k({x:d,y:p,initialPlacement:o,placement:u,strategy:r,middlewareData:g,rects:c,platform:a,elements:{reference:i,floating:t}});d=E??d,p=$??p,g[x]={...g[x],...S},I&&m<sx&&(m++,typeof I=="object"&&(I.placement&&(u=I.placement),I.rects&&(c=I.rects===!0?await s.getElementRects({reference:i,floating:t,strategy:r}):I.rects),{x:d,y:p}=$f(c,u,l)),b=-1)}return{x:d,y:p,placement:u,strategy:r,middlewareData:g}},Of=i=>({name:"arrow",options:i,async fn(t){let{x:e,y:o,placement:r,rects:n,platform:s,elements:a,middlewareData:l}=t,{element:c,padding:d=0}=io(i,t)||{};if(c==null)return{};let p=Od(d),u={x:e,y:o},m=qs(r),g=Us(m),b=await s.getDimensions(c),w=m==="y",x=w?"top":"left",k=w?"bottom":"right",E=w?"clientHeight":"clientWidth",$=n.reference[g]+n.reference[m]-u[m]-n.floating[g],S=u[m]-n.reference[m],I=await(s.getOffsetParent==null?void 0:s.getOffsetParent(c)),R=I?I[E]:0;(!R||!await(s.isElement==null?void 0:s.isElement(I)))&&(R=a.floating[E]||n.floating[g]);let H=$/2-S/2,O=R/2-b[g]/2-1,B=Te(p[x],O),X=Te(p[k],O),j=R-b[g]-X,W=R/2-b[g]/2+H,G=Td(B,W,j),rt=!l.arrow&&oo(r)!=null&&W!==G&&n.reference[g]/2-(W<B?B:X)-b[g]/2<0,Z=rt?W<B?W-B:W-j:0;return{[m]:u[m]+Z,data:{[m]:G,centerOffset:W-G-Z,...rt&&{alignmentOffset:Z}},reset:rt}}});var Lf=function(i){return i===void 0&&(i={}),{name:"flip",options:i,async fn(t){var e,o;let{placement:r,middlewareData:n,rects:s,initialPlacement:a,platform:l,elements:c}=t,{mainAxis:d=!0,crossAxis:p=!0,fallbackPlacements:u,fallbackStrategy:m="bestFit",fallbackAxisSideDirection:g="none",flipAlignment:b=!0,...w}=io(i,t);if((e=n.arrow)!=null&&e.alignmentOffset)return{};let x=Ei(r),k=Oe(a),E=Ei(a)===a,$=await(l.isRTL==null?void 0:l.isRTL(c.floating)),S=u||(E||!b?[dn(a)]:Af(a)),I=g!=="none";!u&&I&&S.push(...Sf(a,b,g,$));let R=[a,...S],H=await l.detectOverflow(t,w),O=[],B=((o=n.flip)==null?void 0:o.overflows)||[];if(d&&O.push(H[x]),p){let G=Ef(r,s,$);O.push(H[G[0]],H[G[1]])}if(B=[...B,{placement:r,overflows:O}],!O.every(G=>G<=0)){var X,j;let G=(((X=n.flip)==null?void 0:X.index)||0)+1,rt=R[G];if(rt&&(!(p==="alignment"?k!==Oe(rt):!1)||B.every(L=>Oe(L.placement)===k?L.overflows[0]>0:!0)))return{data:{index:G,overflows:B},reset:{placement:rt}};let Z=(j=B.filter(lt=>lt.overflows[0]<=0).sort((lt,L)=>lt.overflows[1]-L.overflows[1])[0])==null?void 0:j.placement;if(!Z)switch(m){case"bestFit":{var W;let lt=(W=B.filter(L=>{if(I){let ct=Oe(L.placement);return ct===k||ct==="y"}return!0}).map(L=>[L.placement,L.overflows.filter(ct=>ct>0).reduce((ct,Mt)=>ct+Mt,0)]).sort((L,ct)=>L[1]-ct[1])[0])==null?void 0:W[0];lt&&(Z=lt);break}case"initialPlacement":Z=a;break}if(r!==Z)return{reset:{placement:Z}}}return{}}}};var ax=new Set(["left","top"]);async function lx(i,t){let{placement:e,platform:o,elements:r}=i,n=await(o.isRTL==null?void 0:o.isRTL(r.floating)),s=Ei(e),a=oo(e),l=Oe(e)==="y",c=ax.has(s)?-1:1,d=n&&l?-1:1,p=io(t,i),{mainAxis:u,crossAxis:m,alignmentAxis:g}=typeof p=="number"?{mainAxis:p,crossAxis:0,alignmentAxis:null}:{mainAxis:p.mainAxis||0,crossAxis:p.crossAxis||0,alignmentAxis:p.alignmentAxis};return a&&typeof g=="number"&&(m=a==="end"?g*-1:g),l?{x:m*d,y:u*c}:{x:u*c,y:m*d}}var Mf=function(i){return i===void 0&&(i=0),{name:"offset",options:i,async fn(t){var e,o;let{x:r,y:n,placement:s,middlewareData:a}=t,l=await lx(t,i);return s===((e=a.offset)==null?void 0:e.placement)&&(o=a.arrow)!=null&&o.alignmentOffset?{}:{x:r+l.x,y:n+l.y,data:{...l,placement:s}}}}},Pf=function(i){return i===void 0&&(i={}),{name:"shift",options:i,async fn(t){let{x:e,y:o,placement:r,platform:n}=t,{mainAxis:s=!0,crossAxis:a=!1,limiter:l={fn:k=>{let{x:E,y:$}=k;return{x:E,y:$}}},...c}=io(i,t),d={x:e,y:o},p=await n.detectOverflow(t,c),u=Oe(r),m=Id(u),g=d[m],b=d[u],w=(k,E)=>Td(E+p[k==="y"?"top":"left"],E,E-p[k==="y"?"bottom":"right"]);s&&(g=w(m,g)),a&&(b=w(u,b));let x=l.fn({...t,[m]:g,[u]:b});return{...x,data:{x:x.x-e,y:x.y-o,enabled:{[m]:s,[u]:a}}}}}};var Rf=function(i){return i===void 0&&(i={}),{name:"size",options:i,async fn(t){let{placement:e,rects:o,platform:r,elements:n}=t,{apply:s=()=>{},...a}=io(i,t),l=await r.detectOverflow(t,a),c=Ei(e),d=oo(e),p=Oe(e)==="y",{width:u,height:m}=o.floating,g,b;c==="top"||c==="bottom"?(g=c,b=d===(await(r.isRTL==null?void 0:r.isRTL(n.floating))?"start":"end")?"left":"right"):(b=c,g=d==="end"?"top":"bottom");let w=m-l.top-l.bottom,x=u-l.left-l.right,k=Te(m-l[g],w),E=Te(u-l[b],x),$=t.middlewareData.shift,S=!$,I=k,R=E;$!=null&&$.enabled.x&&(R=x),$!=null&&$.enabled.y&&(I=w),S&&!d&&(p?R=u-2*me(l.left,l.right):I=m-2*me(l.top,l.bottom)),await s({...t,availableWidth:R,availableHeight:I});let H=await r.getDimensions(n.floating);return u!==H.width||m!==H.height?{reset:{rects:!0}}:{}}}};function Ws(){return typeof window<"u"}function so(i){return Nf(i)?(i.nodeName||"").toLowerCase():"#document"}function Bt(i){var t;return(i==null||(t=i.ownerDocument)==null?void 0:t.defaultView)||window}function Le(i){var t;return(t=(Nf(i)?i.ownerDocument:i.document)||window.document)==null?void 0:t.documentElement}function Nf(i){return Ws()?i instanceof Node||i instanceof Bt(i).Node:!1}function fe(i){return Ws()?i instanceof Element||i instanceof Bt(i).Element:!1}function Je(i){return Ws()?i instanceof HTMLElement||i instanceof Bt(i).HTMLElement:!1}function zf(i){return!Ws()||typeof ShadowRoot>"u"?!1:i instanceof ShadowRoot||i instanceof Bt(i).ShadowRoot}function hn(i){let{overflow:t,overflowX:e,overflowY:o,display:r}=ve(i);return/auto|scroll|overlay|hidden|clip/.test(t+o+e)&&r!=="inline"&&r!=="contents"}function Df(i){return/^(table|td|th)$/.test(so(i))}function mn(i){try{if(i.matches(":popover-open"))return!0}catch{}try{return i.matches(":modal")}catch{return!1}}var cx=/transform|translate|scale|rotate|perspective|filter/,dx=/paint|layout|strict|content/,no=i=>!!i&&i!=="none",Ld;function Jo(i){let t=fe(i)?ve(i):i;return no(t.transform)||no(t.translate)||no(t.scale)||no(t.rotate)||no(t.perspective)||!Ks()&&(no(t.backdropFilter)||no(t.filter))||cx.test(t.willChange||"")||dx.test(t.contain||"")}function Bf(i){let t=Ai(i);for(;Je(t)&&!Qo(t);){if(Jo(t))return t;if(mn(t))return null;t=Ai(t)}return null}function Ks(){return Ld==null&&(Ld=typeof CSS<"u"&&CSS.supports&&CSS.supports("-webkit-backdrop-filter","none")),Ld}function Qo(i){return/^(html|body|#document)$/.test(so(i))}function ve(i){return Bt(i).getComputedStyle(i)}function fn(i){return fe(i)?{scrollLeft:i.scrollLeft,scrollTop:i.scrollTop}:{scrollLeft:i.scrollX,scrollTop:i.scrollY}}function Ai(i){if(so(i)==="html")return i;let t=i.assignedSlot||i.parentNode||zf(i)&&i.host||Le(i);return zf(t)?t.host:t}function Ff(i){let t=Ai(i);return Qo(t)?(i.ownerDocument||i).body:Je(t)&&hn(t)?t:Ff(t)}function Zo(i,t,e){var o;t===void 0&&(t=[]),e===void 0&&(e=!0);let r=Ff(i),n=r===((o=i.ownerDocument)==null?void 0:o.body),s=Bt(r);if(n){let a=Gs(s);return t.concat(s,s.visualViewport||[],hn(r)?r:[],a&&e?Zo(a):[])}else return t.concat(r,Zo(r,[],e))}function Gs(i){return i.parent&&Object.getPrototypeOf(i.parent)?i.frameElement:null}function jf(i){let t=ve(i),e=parseFloat(t.width)||0,o=parseFloat(t.height)||0,r=Je(i),n=r?i.offsetWidth:e,s=r?i.offsetHeight:o,a=pn(e)!==n||pn(o)!==s;return a&&(e=n,o=s),{width:e,height:o,$:a}}function Pd(i){return fe(i)?i:i.contextElement}function tr(i){let t=Pd(i);if(!Je(t))return Ie(1);let e=t.getBoundingClientRect(),{width:o,height:r,$:n}=jf(t),s=(n?pn(e.width):e.width)/o,a=(n?pn(e.height):e.height)/r;return(!s||!Number.isFinite(s))&&(s=1),(!a||!Number.isFinite(a))&&(a=1),{x:s,y:a}}var px=Ie(0);function Uf(i){let t=Bt(i);return!Ks()||!t.visualViewport?px:{x:t.visualViewport.offsetLeft,y:t.visualViewport.offsetTop}}function ux(i,t,e){return t===void 0&&(t=!1),!!e&&t&&e===Bt(i)}function ao(i,t,e,o){t===void 0&&(t=!1),e===void 0&&(e=!1);let r=i.getBoundingClientRect(),n=Pd(i),s=Ie(1);t&&(o?fe(o)&&(s=tr(o)):s=tr(i));let a=ux(n,e,o)?Uf(n):Ie(0),l=(r.left+a.x)/s.x,c=(r.top+a.y)/s.y,d=r.width/s.x,p=r.height/s.y;if(n&&o){let u=Bt(n),m=fe(o)?Bt(o):o,g=u,b=Gs(g);for(;b&&m!==g;){let w=tr(b),x=b.getBoundingClientRect(),k=ve(b),E=x.left+(b.clientLeft+parseFloat(k.paddingLeft))*w.x,$=x.top+(b.clientTop+parseFloat(k.paddingTop))*w.y;l*=w.x,c*=w.y,d*=w.x,p*=w.y,l+=E,c+=$,g=Bt(b),b=Gs(g)}}return ro({width:d,height:p,x:l,y:c})}function Ys(i,t){let e=fn(i).scrollLeft;return t?t.left+e:ao(Le(i)).left+e}function qf(i,t){let e=i.getBoundingClientRect(),o=e.left+t.scrollLeft-Ys(i,e),r=e.top+t.scrollTop;return{x:o,y:r}}function hx(i){let{elements:t,rect:e,offsetParent:o,strategy:r}=i,n=r==="fixed",s=Le(o),a=t?mn(t.floating):!1;if(o===s||a&&n)return e;let l={scrollLeft:0,scrollTop:0},c=Ie(1),d=Ie(0),p=Je(o);if((p||!n)&&((so(o)!=="body"||hn(s))&&(l=fn(o)),p)){let m=ao(o);c=tr(o),d.x=m.x+o.clientLeft,d.y=m.y+o.clientTop}let u=s&&!p&&!n?qf(s,l):Ie(0);return{width:e.width*c.x,height:e.height*c.y,x:e.x*c.x-l.scrollLeft*c.x+d.x+u.x,y:e.y*c.y-l.scrollTop*c.y+d.y+u.y}}function mx(i){return i.getClientRects?Array.from(i.getClientRects()):[]}function fx(i){let t=fn(i),e=i.ownerDocument.body,o=me(i.scrollWidth,i.clientWidth,e.scrollWidth,e.clientWidth),r=me(i.scrollHeight,i.clientHeight,e.scrollHeight,e.clientHeight),n=-t.scrollLeft+Ys(i),s=-t.scrollTop;return ve(e).direction==="rtl"&&(n+=me(i.clientWidth,e.clientWidth)-o),{width:o,height:r,x:n,y:s}}var vx=25;function gx(i,t,e){e===void 0&&(e="viewport");let o=e==="layoutViewport",r=Bt(i),n=Le(i),s=r.visualViewport,a=n.clientWidth,l=n.clientHeight,c=0,d=0;if(s){let u=!Ks()||t==="fixed";o?u||(c=-s.offsetLeft,d=-s.offsetTop):(a=s.width,l=s.height,u&&(c=s.offsetLeft,d=s.offsetTop))}if(Ys(n)<=0){let u=n.ownerDocument,m=u.body,g=getComputedStyle(m),b=u.compatMode==="CSS1Compat"&&parseFloat(g.marginLeft)+parseFloat(g.marginRight)||0,w=Math.abs(n.clientWidth-m.clientWidth-b),x=getComputedStyle(n).scrollbarGutter==="stable both-edges"?w/2:w;x<=vx&&(a-=x)}return{width:a,height:l,x:c,y:d}}function bx(i,t){let e=ao(i,!0,t==="fixed"),o=e.top+i.clientTop,r=e.left+i.clientLeft,n=tr(i),s=i.clientWidth*n.x,a=i.clientHeight*n.y,l=r*n.x,c=o*n.y;return{width:s,height:a,x:l,y:c}}function Hf(i,t,e){let o;if(t==="viewport"||t==="layoutViewport")o=gx(i,e,t);else if(t==="document")o=fx(Le(i));else if(fe(t))o=bx(t,e);else{let r=Uf(i);o={x:t.x-r.x,y:t.y-r.y,width:t.width,height:t.height}}return ro(o)}function yx(i,t){let e=t.get(i);if(e)return e;let o=Zo(i,[],!1).filter(a=>fe(a)&&so(a)!=="body"),r=null,n=ve(i).position==="fixed",s=n?Ai(i):i;for(;fe(s)&&!Qo(s);){let a=ve(s),l=Jo(s),c=r?r.position:n?"fixed":"";!l&&(c==="fixed"||c==="absolute"&&a.position==="static")?o=o.filter(p=>p!==s):r=a,s=Ai(s)}return t.set(i,o),o}function xx(i){let{element:t,boundary:e,rootBoundary:o,strategy:r}=i,s=[...e==="clippingAncestors"?mn(t)?[]:yx(t,this._c):[].concat(e),o],a=Hf(t,s[0],r),l=a.top,c=a.right,d=a.bottom,p=a.left;for(let u=1;u<s.length;u++){let m=Hf(t,s[u],r);l=me(m.top,l),c=Te(m.right,c),d=Te(m.bottom,d),p=me(m.left,p)}return{width:c-p,height:d-l,x:p,y:l}}function _x(i){let{width:t,height:e}=jf(i);return{width:t,height:e}}function wx(i,t,e){let o=Je(t),r=Le(t),n=e==="fixed",s=ao(i,!0,n,t),a={scrollLeft:0,scrollTop:0},l=Ie(0);if((o||!n)&&((so(t)!=="body"||hn(r))&&(a=fn(t)),o)){let u=ao(t,!0,n,t);l.x=u.x+t.clientLeft,l.y=u.y+t.clientTop}!o&&r&&(l.x=Ys(r));let c=r&&!o&&!n?qf(r,a):Ie(0),d=s.left+a.scrollLeft-l.x-c.x,p=s.top+a.scrollTop-l.y-c.y;return{x:d,y:p,width:s.width,height:s.height}}function Md(i){return ve(i).position==="static"}function Vf(i,t){if(!Je(i)||ve(i).position==="fixed")return null;if(t)return t(i);let e=i.offsetParent;return Le(i)===e&&(e=e.ownerDocument.body),e}function Wf(i,t){let e=Bt(i);if(mn(i))return e;if(!Je(i)){let r=Ai(i);for(;r&&!Qo(r);){if(fe(r)&&!Md(r))return r;r=Ai(r)}return e}let o=Vf(i,t);for(;o&&Df(o)&&Md(o);)o=Vf(o,t);return o&&Qo(o)&&Md(o)&&!Jo(o)?e:o||Bf(i)||e}var kx=async function(i){let t=this.getOffsetParent||Wf,e=this.getDimensions,o=await e(i.floating);return{reference:wx(i.reference,await t(i.floating),i.strategy),floating:{x:0,y:0,width:o.width,height:o.height}}};function Cx(i){return ve(i).direction==="rtl"}var vn={convertOffsetParentRelativeRectToViewportRelativeRect:hx,getDocumentElement:Le,getClippingRect:xx,getOffsetParent:Wf,getElementRects:kx,getClientRects:mx,getDimensions:_x,getScale:tr,isElement:fe,isRTL:Cx};function Kf(i,t){return i.x===t.x&&i.y===t.y&&i.width===t.width&&i.height===t.height}function Ex(i,t,e){let o=null,r,n=Le(i);function s(){var d;clearTimeout(r),(d=o)==null||d.disconnect(),o=null}function a(d,p){d===void 0&&(d=!1),p===void 0&&(p=1),s();let u=i.getBoundingClientRect(),{left:m,top:g,width:b,height:w}=u;if(d||t(),!b||!w)return;let x=un(g),k=un(n.clientWidth-(m+b)),E=un(n.clientHeight-(g+w)),$=un(m),I={rootMargin:-x+"px "+-k+"px "+-E+"px "+-$+"px",threshold:me(0,Te(1,p))||1},R=!0;function H(O){let B=O[0].intersectionRatio;if(!Kf(u,i.getBoundingClientRect()))return a();if(B!==p){if(!R)return a();B?a(!1,B):r=setTimeout(()=>{a(!1,1e-7)},1e3)}R=!1}try{o=new IntersectionObserver(H,{...I,root:n.ownerDocument})}catch{o=new IntersectionObserver(H,I)}o.observe(i)}let l=Bt(i),c=()=>a(e);return l.addEventListener("resize",c),a(!0),()=>{l.removeEventListener("resize",c),s()}}function Gf(i,t,e,o){o===void 0&&(o={});let{ancestorScroll:r=!0,ancestorResize:n=!0,elementResize:s=typeof ResizeObserver=="function",layoutShift:a=typeof IntersectionObserver=="function",animationFrame:l=!1}=o,c=Pd(i),d=r||n?[...c?Zo(c):[],...t?Zo(t):[]]:[];d.forEach(x=>{r&&x.addEventListener("scroll",e),n&&x.addEventListener("resize",e)});let p=c&&a?Ex(c,e,n):null,u=-1,m=null;s&&(m=new ResizeObserver(x=>{let[k]=x;k&&k.target===c&&m&&t&&(m.unobserve(t),cancelAnimationFrame(u),u=requestAnimationFrame(()=>{var E;(E=m)==null||E.observe(t)})),e()}),c&&!l&&m.observe(c),t&&m.observe(t));let g,b=l?ao(i):null;l&&w();function w(){let x=ao(i);b&&!Kf(b,x)&&e(),b=x,g=requestAnimationFrame(w)}return e(),()=>{var x;d.forEach(k=>{r&&k.removeEventListener("scroll",e),n&&k.removeEventListener("resize",e)}),p?.(),(x=m)==null||x.disconnect(),m=null,l&&cancelAnimationFrame(g)}}var Yf=Mf;var Xf=Pf,Zf=Lf,Rd=Rf;var Jf=Of;var Qf=(i,t,e)=>{let o=new Map,r=e??{},n={...vn,...r.platform,_c:o};return If(i,t,{...r,platform:n})};function tv(i){return Ax(i)}function zd(i){return i.assignedSlot?i.assignedSlot:i.parentNode instanceof ShadowRoot?i.parentNode.host:i.parentNode}function Ax(i){for(let t=i;t;t=zd(t))if(t instanceof Element&&getComputedStyle(t).display==="none")return null;for(let t=zd(i);t;t=zd(t)){if(!(t instanceof Element))continue;let e=getComputedStyle(t);if(e.display!=="contents"&&(e.position!=="static"||Jo(e)||t.tagName==="BODY"))return t}return null}function Sx(i){return i!==null&&typeof i=="object"&&"getBoundingClientRect"in i&&("contextElement"in i?i.contextElement instanceof Element:!0)}var et=class extends it{constructor(){super(...arguments),this.localize=new Wt(this),this.active=!1,this.placement="top",this.strategy="absolute",this.distance=0,this.skidding=0,this.arrow=!1,this.arrowPlacement="anchor",this.arrowPadding=10,this.flip=!1,this.flipFallbackPlacements="",this.flipFallbackStrategy="best-fit",this.flipPadding=0,this.shift=!1,this.shiftPadding=0,this.autoSizePadding=0,this.hoverBridge=!1,this.updateHoverBridge=()=>{if(this.hoverBridge&&this.anchorEl){let i=this.anchorEl.getBoundingClientRect(),t=this.popup.getBoundingClientRect(),e=this.placement.includes("top")||this.placement.includes("bottom"),o=0,r=0,n=0,s=0,a=0,l=0,c=0,d=0;e?i.top<t.top?(o=i.left,r=i.bottom,n=i.right,s=i.bottom,a=t.left,l=t.top,c=t.right,d=t.top):(o=t.left,r=t.bottom,n=t.right,s=t.bottom,a=i.left,l=i.top,c=i.right,d=i.top):i.left<t.left?(o=i.right,r=i.top,n=t.left,s=t.top,a=i.right,l=i.bottom,c=t.left,d=t.bottom):(o=t.right,r=t.top,n=i.left,s=i.top,a=t.right,l=t.bottom,c=i.left,d=i.bottom),this.style.setProperty("--hover-bridge-top-left-x",`${o}px`),this.style.setProperty("--hover-bridge-top-left-y",`${r}px`),this.style.setProperty("--hover-bridge-top-right-x",`${n}px`),this.style.setProperty("--hover-bridge-top-right-y",`${s}px`),this.style.setProperty("--hover-bridge-bottom-left-x",`${a}px`),this.style.setProperty("--hover-bridge-bottom-left-y",`${l}px`),this.style.setProperty("--hover-bridge-bottom-right-x",`${c}px`),this.style.setProperty("--hover-bridge-bottom-right-y",`${d}px`)}}}async connectedCallback(){super.connectedCallback(),await this.updateComplete,this.start()}disconnectedCallback(){super.disconnectedCallback(),this.stop()}async updated(i){super.updated(i),i.has("active")&&(this.active?this.start():this.stop()),i.has("anchor")&&this.handleAnchorChange(),this.active&&(await this.updateComplete,this.reposition())}async handleAnchorChange(){if(await this.stop(),this.anchor&&typeof this.anchor=="string"){let i=this.getRootNode();this.anchorEl=i.getElementById(this.anchor)}else this.anchor instanceof Element||Sx(this.anchor)?this.anchorEl=this.anchor:this.anchorEl=this.querySelector('[slot="anchor"]');this.anchorEl instanceof HTMLSlotElement&&(this.anchorEl=this.anchorEl.assignedElements({flatten:!0})[0]),this.anchorEl&&this.active&&this.start()}start(){!this.anchorEl||!this.active||(this.cleanup=Gf(this.anchorEl,this.popup,()=>{this.reposition()}))}async stop(){return new Promise(i=>{this.cleanup?(this.cleanup(),this.cleanup=void 0,this.removeAttribute("data-current-placement"),this.style.removeProperty("--auto-size-available-width"),this.style.removeProperty("--auto-size-available-height"),requestAnimationFrame(()=>i())):i()})}reposition(){if(!this.active||!this.anchorEl)return;let i=[Yf({mainAxis:this.distance,crossAxis:this.skidding})];this.sync?i.push(Rd({apply:({rects:e})=>{let o=this.sync==="width"||this.sync==="both",r=this.sync==="height"||this.sync==="both";this.popup.style.width=o?`${e.reference.width}px`:"",this.popup.style.height=r?`${e.reference.height}px`:""}})):(this.popup.style.width="",this.popup.style.height=""),this.flip&&i.push(Zf({boundary:this.flipBoundary,fallbackPlacements:this.flipFallbackPlacements,fallbackStrategy:this.flipFallbackStrategy==="best-fit"?"bestFit":"initialPlacement",padding:this.flipPadding})),this.shift&&i.push(Xf({boundary:this.shiftBoundary,padding:this.shiftPadding})),this.autoSize?i.push(Rd({boundary:this.autoSizeBoundary,padding:this.autoSizePadding,apply:({availableWidth:e,availableHeight:o})=>{this.autoSize==="vertical"||this.autoSize==="both"?this.style.setProperty("--auto-size-available-height",`${o}px`):this.style.removeProperty("--auto-size-available-height"),this.autoSize==="horizontal"||this.autoSize==="both"?this.style.setProperty("--auto-size-available-width",`${e}px`):this.style.removeProperty("--auto-size-available-width")}})):(this.style.removeProperty("--auto-size-available-width"),this.style.removeProperty("--auto-size-available-height")),this.arrow&&i.push(Jf({element:this.arrowEl,padding:this.arrowPadding}));let t=this.strategy==="absolute"?e=>vn.getOffsetParent(e,tv):vn.getOffsetParent;Qf(this.anchorEl,this.popup,{placement:this.placement,middleware:i,strategy:this.strategy,platform:wi(Qt({},vn),{getOffsetParent:t})}).then(({x:e,y:o,middlewareData:r,placement:n})=>{let s=this.localize.dir()==="rtl",a={top:"bottom",right:"left",bottom:"top",left:"right"}[n.split("-")[0]];if(this.setAttribute("data-current-placement",n),Object.assign(this.popup.style,{left:`${e}px`,top:`${o}px`}),this.arrow){let l=r.arrow.x,c=r.arrow.y,d="",p="",u="",m="";if(this.arrowPlacement==="start"){let g=typeof l=="number"?`calc(${this.arrowPadding}px - var(--arrow-padding-offset))`:"";d=typeof c=="number"?`calc(${this.arrowPadding}px - var(--arrow-padding-offset))`:"",p=s?g:"",m=s?"":g}else if(this.arrowPlacement==="end"){let g=typeof l=="number"?`calc(${this.arrowPadding}px - var(--arrow-padding-offset))`:"";p=s?"":g,m=s?g:"",u=typeof c=="number"?`calc(${this.arrowPadding}px - var(--arrow-padding-offset))`:""}else this.arrowPlacement==="center"?(m=typeof l=="number"?"calc(50% - var(--arrow-size-diagonal))":"",d=typeof c=="number"?"calc(50% - var(--arrow-size-diagonal))":""):(m=typeof l=="number"?`${l}px`:"",d=typeof c=="number"?`${c}px`:"");Object.assign(this.arrowEl.style,{top:d,right:p,bottom:u,left:m,[a]:"calc(var(--arrow-size-diagonal) * -1)"})}}),requestAnimationFrame(()=>this.updateHoverBridge()),this.emit("sl-reposition")}render(){return y`
      <slot name="anchor" @slotchange=${this.handleAnchorChange}></slot>

      <span
        part="hover-bridge"
        class=${N({"popup-hover-bridge":!0,"popup-hover-bridge--visible":this.hoverBridge&&this.active})}
      ></span>

      <div
        part="popup"
        class=${N({popup:!0,"popup--active":this.active,"popup--fixed":this.strategy==="fixed","popup--has-arrow":this.arrow})}
      >
        <slot></slot>
        ${this.arrow?y`<div part="arrow" class="popup__arrow" role="presentation"></div>`:""}
      </div>
    `}};et.styles=[ut,wf];v([z(".popup")],et.prototype,"popup",2);v([z(".popup__arrow")],et.prototype,"arrowEl",2);v([h()],et.prototype,"anchor",2);v([h({type:Boolean,reflect:!0})],et.prototype,"active",2);v([h({reflect:!0})],et.prototype,"placement",2);v([h({reflect:!0})],et.prototype,"strategy",2);v([h({type:Number})],et.prototype,"distance",2);v([h({type:Number})],et.prototype,"skidding",2);v([h({type:Boolean})],et.prototype,"arrow",2);v([h({attribute:"arrow-placement"})],et.prototype,"arrowPlacement",2);v([h({attribute:"arrow-padding",type:Number})],et.prototype,"arrowPadding",2);v([h({type:Boolean})],et.prototype,"flip",2);v([h({attribute:"flip-fallback-placements",converter:{fromAttribute:i=>i.split(" ").map(t=>t.trim()).filter(t=>t!==""),toAttribute:i=>i.join(" ")}})],et.prototype,"flipFallbackPlacements",2);v([h({attribute:"flip-fallback-strategy"})],et.prototype,"flipFallbackStrategy",2);v([h({type:Object})],et.prototype,"flipBoundary",2);v([h({attribute:"flip-padding",type:Number})],et.prototype,"flipPadding",2);v([h({type:Boolean})],et.prototype,"shift",2);v([h({type:Object})],et.prototype,"shiftBoundary",2);v([h({attribute:"shift-padding",type:Number})],et.prototype,"shiftPadding",2);v([h({attribute:"auto-size"})],et.prototype,"autoSize",2);v([h()],et.prototype,"sync",2);v([h({type:Object})],et.prototype,"autoSizeBoundary",2);v([h({attribute:"auto-size-padding",type:Number})],et.prototype,"autoSizePadding",2);v([h({attribute:"hover-bridge",type:Boolean})],et.prototype,"hoverBridge",2);var iv=new Map,$x=new WeakMap;function Tx(i){return i??{keyframes:[],options:{duration:0}}}function ev(i,t){return t.toLowerCase()==="rtl"?{keyframes:i.rtlKeyframes||i.keyframes,options:i.options}:i}function Nd(i,t){iv.set(i,Tx(t))}function Dd(i,t,e){let o=$x.get(i);if(o?.[t])return ev(o[t],e.dir);let r=iv.get(t);return r?ev(r,e.dir):{keyframes:[],options:{duration:0}}}function Bd(i,t){return new Promise(e=>{function o(r){r.target===i&&(i.removeEventListener(t,o),e())}i.addEventListener(t,o)})}function Fd(i,t,e){return new Promise(o=>{if(e?.duration===1/0)throw new Error("Promise-based animations must be finite.");let r=i.animate(t,wi(Qt({},e),{duration:Ix()?0:e.duration}));r.addEventListener("cancel",o,{once:!0}),r.addEventListener("finish",o,{once:!0})})}function Ix(){return window.matchMedia("(prefers-reduced-motion: reduce)").matches}function Hd(i){return Promise.all(i.getAnimations().map(t=>new Promise(e=>{t.cancel(),requestAnimationFrame(e)})))}var gn=class extends we{constructor(t){if(super(t),this.it=C,t.type!==Xt.CHILD)throw Error(this.constructor.directiveName+"() can only be used in child bindings")}render(t){if(t===C||t==null)return this._t=void 0,this.it=t;if(t===yt)return t;if(typeof t!="string")throw Error(this.constructor.directiveName+"() called with a non-string value");if(t===this.it)return this._t;this.it=t;let e=[t];return e.raw=e,this._t={_$litType$:this.constructor.resultType,strings:e,values:[]}}};gn.directiveName="unsafeHTML",gn.resultType=1;var ov=ci(gn);var U=class extends it{constructor(){super(...arguments),this.formControlController=new Se(this,{assumeInteractionOn:["sl-blur","sl-input"]}),this.hasSlotController=new $e(this,"help-text","label"),this.localize=new Wt(this),this.typeToSelectString="",this.hasFocus=!1,this.displayLabel="",this.selectedOptions=[],this.valueHasChanged=!1,this.name="",this._value="",this.defaultValue="",this.size="medium",this.placeholder="",this.multiple=!1,this.maxOptionsVisible=3,this.disabled=!1,this.clearable=!1,this.open=!1,this.hoist=!1,this.filled=!1,this.pill=!1,this.label="",this.placement="bottom",this.helpText="",this.form="",this.required=!1,this.getTag=i=>y`
      <sl-tag
        part="tag"
        exportparts="
              base:tag__base,
              content:tag__content,
              remove-button:tag__remove-button,
              remove-button__base:tag__remove-button__base
            "
        ?pill=${this.pill}
        size=${this.size}
        removable
        @sl-remove=${t=>this.handleTagRemove(t,i)}
      >
        ${i.getTextLabel()}
      </sl-tag>
    `,this.handleDocumentFocusIn=i=>{let t=i.composedPath();this&&!t.includes(this)&&this.hide()},this.handleDocumentKeyDown=i=>{let t=i.target,e=t.closest(".select__clear")!==null,o=t.closest("sl-icon-button")!==null;if(!(e||o)){if(i.key==="Escape"&&this.open&&!this.closeWatcher&&(i.preventDefault(),i.stopPropagation(),this.hide(),this.displayInput.focus({preventScroll:!0})),i.key==="Enter"||i.key===" "&&this.typeToSelectString===""){if(i.preventDefault(),i.stopImmediatePropagation(),!this.open){this.show();return}this.currentOption&&!this.currentOption.disabled&&(this.valueHasChanged=!0,this.multiple?this.toggleOptionSelection(this.currentOption):this.setSelectedOptions(this.currentOption),this.updateComplete.then(()=>{this.emit("sl-input"),this.emit("sl-change")}),this.multiple||(this.hide(),this.displayInput.focus({preventScroll:!0})));return}if(["ArrowUp","ArrowDown","Home","End"].includes(i.key)){let r=this.getAllOptions(),n=r.indexOf(this.currentOption),s=Math.max(0,n);if(i.preventDefault(),!this.open&&(this.show(),this.currentOption))return;i.key==="ArrowDown"?(s=n+1,s>r.length-1&&(s=0)):i.key==="ArrowUp"?(s=n-1,s<0&&(s=r.length-1)):i.key==="Home"?s=0:i.key==="End"&&(s=r.length-1),this.setCurrentOption(r[s])}if(i.key&&i.key.length===1||i.key==="Backspace"){let r=this.getAllOptions();if(i.metaKey||i.ctrlKey||i.altKey)return;if(!this.open){if(i.key==="Backspace")return;this.show()}i.stopPropagation(),i.preventDefault(),clearTimeout(this.typeToSelectTimeout),this.typeToSelectTimeout=window.setTimeout(()=>this.typeToSelectString="",1e3),i.key==="Backspace"?this.typeToSelectString=this.typeToSelectString.slice(0,-1):this.typeToSelectString+=i.key.toLowerCase();for(let n of r)if(n.getTextLabel().toLowerCase().startsWith(this.typeToSelectString)){this.setCurrentOption(n);break}}}},this.handleDocumentMouseDown=i=>{let t=i.composedPath();this&&!t.includes(this)&&this.hide()}}get value(){return this._value}set value(i){this.multiple?i=Array.isArray(i)?i:i.split(" "):i=Array.isArray(i)?i.join(" "):i,this._value!==i&&(this.valueHasChanged=!0,this._value=i)}get validity(){return this.valueInput.validity}get validationMessage(){return this.valueInput.validationMessage}connectedCallback(){super.connectedCallback(),setTimeout(()=>{this.handleDefaultSlotChange()}),this.open=!1}addOpenListeners(){var i;document.addEventListener("focusin",this.handleDocumentFocusIn),document.addEventListener("keydown",this.handleDocumentKeyDown),document.addEventListener("mousedown",this.handleDocumentMouseDown),this.getRootNode()!==document&&this.getRootNode().addEventListener("focusin",this.handleDocumentFocusIn),"CloseWatcher"in window&&((i=this.closeWatcher)==null||i.destroy(),this.closeWatcher=new CloseWatcher,this.closeWatcher.onclose=()=>{this.open&&(this.hide(),this.displayInput.focus({preventScroll:!0}))})}removeOpenListeners(){var i;document.removeEventListener("focusin",this.handleDocumentFocusIn),document.removeEventListener("keydown",this.handleDocumentKeyDown),document.removeEventListener("mousedown",this.handleDocumentMouseDown),this.getRootNode()!==document&&this.getRootNode().removeEventListener("focusin",this.handleDocumentFocusIn),(i=this.closeWatcher)==null||i.destroy()}handleFocus(){this.hasFocus=!0,this.displayInput.setSelectionRange(0,0),this.emit("sl-focus")}handleBlur(){this.hasFocus=!1,this.emit("sl-blur")}handleLabelClick(){this.displayInput.focus()}handleComboboxMouseDown(i){let e=i.composedPath().some(o=>o instanceof Element&&o.tagName.toLowerCase()==="sl-icon-button");this.disabled||e||(i.preventDefault(),this.displayInput.focus({preventScroll:!0}),this.open=!this.open)}handleComboboxKeyDown(i){i.key!=="Tab"&&(i.stopPropagation(),this.handleDocumentKeyDown(i))}handleClearClick(i){i.stopPropagation(),this.valueHasChanged=!0,this.value!==""&&(this.setSelectedOptions([]),this.displayInput.focus({preventScroll:!0}),this.updateComplete.then(()=>{this.emit("sl-clear"),this.emit("sl-input"),this.emit("sl-change")}))}handleClearMouseDown(i){i.stopPropagation(),i.preventDefault()}handleOptionClick(i){let e=i.target.closest("sl-option"),o=this.value;e&&!e.disabled&&(this.valueHasChanged=!0,this.multiple?this.toggleOptionSelection(e):this.setSelectedOptions(e),this.updateComplete.then(()=>this.displayInput.focus({preventScroll:!0})),this.value!==o&&this.updateComplete.then(()=>{this.emit("sl-input"),this.emit("sl-change")}),this.multiple||(this.hide(),this.displayInput.focus({preventScroll:!0})))}handleDefaultSlotChange(){customElements.get("sl-option")||customElements.whenDefined("sl-option").then(()=>this.handleDefaultSlotChange());let i=this.getAllOptions(),t=this.valueHasChanged?this.value:this.defaultValue,e=Array.isArray(t)?t:[t],o=[];i.forEach(r=>o.push(r.value)),this.setSelectedOptions(i.filter(r=>e.includes(r.value)))}handleTagRemove(i,t){i.stopPropagation(),this.valueHasChanged=!0,this.disabled||(this.toggleOptionSelection(t,!1),this.updateComplete.then(()=>{this.emit("sl-input"),this.emit("sl-change")}))}getAllOptions(){return[...this.querySelectorAll("sl-option")]}getFirstOption(){return this.querySelector("sl-option")}setCurrentOption(i){this.getAllOptions().forEach(e=>{e.current=!1,e.tabIndex=-1}),i&&(this.currentOption=i,i.current=!0,i.tabIndex=0,i.focus())}setSelectedOptions(i){let t=this.getAllOptions(),e=Array.isArray(i)?i:[i];t.forEach(o=>o.selected=!1),e.length&&e.forEach(o=>o.selected=!0),this.selectionChanged()}toggleOptionSelection(i,t){t===!0||t===!1?i.selected=t:i.selected=!i.selected,this.selectionChanged()}selectionChanged(){var i,t,e;let o=this.getAllOptions();this.selectedOptions=o.filter(n=>n.selected);let r=this.valueHasChanged;if(this.multiple)this.value=this.selectedOptions.map(n=>n.value),this.placeholder&&this.value.length===0?this.displayLabel="":this.displayLabel=this.localize.term("numOptionsSelected",this.selectedOptions.length);else{let n=this.selectedOptions[0];this.value=(i=n?.value)!=null?i:"",this.displayLabel=(e=(t=n?.getTextLabel)==null?void 0:t.call(n))!=null?e:""}this.valueHasChanged=r,this.updateComplete.then(()=>{this.formControlController.updateValidity()})}get tags(){return this.selectedOptions.map((i,t)=>{if(t<this.maxOptionsVisible||this.maxOptionsVisible<=0){let e=this.getTag(i,t);return y`<div @sl-remove=${o=>this.handleTagRemove(o,i)}>
          ${typeof e=="string"?ov(e):e}
        </div>`}else if(t===this.maxOptionsVisible)return y`<sl-tag size=${this.size}>+${this.selectedOptions.length-t}</sl-tag>`;return y``})}handleInvalid(i){this.formControlController.setValidity(!1),this.formControlController.emitInvalidEvent(i)}handleDisabledChange(){this.disabled&&(this.open=!1,this.handleOpenChange())}attributeChangedCallback(i,t,e){if(super.attributeChangedCallback(i,t,e),i==="value"){let o=this.valueHasChanged;this.value=this.defaultValue,this.valueHasChanged=o}}handleValueChange(){if(!this.valueHasChanged){let e=this.valueHasChanged;this.value=this.defaultValue,this.valueHasChanged=e}let i=this.getAllOptions(),t=Array.isArray(this.value)?this.value:[this.value];this.setSelectedOptions(i.filter(e=>t.includes(e.value)))}async handleOpenChange(){if(this.open&&!this.disabled){this.setCurrentOption(this.selectedOptions[0]||this.getFirstOption()),this.emit("sl-show"),this.addOpenListeners(),await Hd(this),this.listbox.hidden=!1,this.popup.active=!0,requestAnimationFrame(()=>{this.setCurrentOption(this.currentOption)});let{keyframes:i,options:t}=Dd(this,"select.show",{dir:this.localize.dir()});await Fd(this.popup.popup,i,t),this.currentOption&&_f(this.currentOption,this.listbox,"vertical","auto"),this.emit("sl-after-show")}else{this.emit("sl-hide"),this.removeOpenListeners(),await Hd(this);let{keyframes:i,options:t}=Dd(this,"select.hide",{dir:this.localize.dir()});await Fd(this.popup.popup,i,t),this.listbox.hidden=!0,this.popup.active=!1,this.emit("sl-after-hide")}}async show(){if(this.open||this.disabled){this.open=!1;return}return this.open=!0,Bd(this,"sl-after-show")}async hide(){if(!this.open||this.disabled){this.open=!1;return}return this.open=!1,Bd(this,"sl-after-hide")}checkValidity(){return this.valueInput.checkValidity()}getForm(){return this.formControlController.getForm()}reportValidity(){return this.valueInput.reportValidity()}setCustomValidity(i){this.valueInput.setCustomValidity(i),this.formControlController.updateValidity()}focus(i){this.displayInput.focus(i)}blur(){this.displayInput.blur()}render(){let i=this.hasSlotController.test("label"),t=this.hasSlotController.test("help-text"),e=this.label?!0:!!i,o=this.helpText?!0:!!t,r=this.clearable&&!this.disabled&&this.value.length>0,n=this.placeholder&&this.value&&this.value.length<=0;return y`
      <div
        part="form-control"
        class=${N({"form-control":!0,"form-control--small":this.size==="small","form-control--medium":this.size==="medium","form-control--large":this.size==="large","form-control--has-label":e,"form-control--has-help-text":o})}
      >
        <label
          id="label"
          part="form-control-label"
          class="form-control__label"
          aria-hidden=${e?"false":"true"}
          @click=${this.handleLabelClick}
        >
          <slot name="label">${this.label}</slot>
        </label>

        <div part="form-control-input" class="form-control-input">
          <sl-popup
            class=${N({select:!0,"select--standard":!0,"select--filled":this.filled,"select--pill":this.pill,"select--open":this.open,"select--disabled":this.disabled,"select--multiple":this.multiple,"select--focused":this.hasFocus,"select--placeholder-visible":n,"select--top":this.placement==="top","select--bottom":this.placement==="bottom","select--small":this.size==="small","select--medium":this.size==="medium","select--large":this.size==="large"})}
            placement=${this.placement}
            strategy=${this.hoist?"fixed":"absolute"}
            flip
            shift
            sync="width"
            auto-size="vertical"
            auto-size-padding="10"
          >
            <div
              part="combobox"
              class="select__combobox"
              slot="anchor"
              @keydown=${this.handleComboboxKeyDown}
              @mousedown=${this.handleComboboxMouseDown}
            >
              <slot part="prefix" name="prefix" class="select__prefix"></slot>

              <input
                part="display-input"
                class="select__display-input"
                type="text"
                placeholder=${this.placeholder}
                .disabled=${this.disabled}
                .value=${this.displayLabel}
                autocomplete="off"
                spellcheck="false"
                autocapitalize="off"
                readonly
                aria-controls="listbox"
                aria-expanded=${this.open?"true":"false"}
                aria-haspopup="listbox"
                aria-labelledby="label"
                aria-disabled=${this.disabled?"true":"false"}
                aria-describedby="help-text"
                role="combobox"
                tabindex="0"
                @focus=${this.handleFocus}
                @blur=${this.handleBlur}
              />

              ${this.multiple?y`<div part="tags" class="select__tags">${this.tags}</div>`:""}

              <input
                class="select__value-input"
                type="text"
                ?disabled=${this.disabled}
                ?required=${this.required}
                .value=${Array.isArray(this.value)?this.value.join(", "):this.value}
                tabindex="-1"
                aria-hidden="true"
                @focus=${()=>this.focus()}
                @invalid=${this.handleInvalid}
              />

              ${r?y`
                    <button
                      part="clear-button"
                      class="select__clear"
                      type="button"
                      aria-label=${this.localize.term("clearEntry")}
                      @mousedown=${this.handleClearMouseDown}
                      @click=${this.handleClearClick}
                      tabindex="-1"
                    >
                      <slot name="clear-icon">
                        <sl-icon name="x-circle-fill" library="system"></sl-icon>
                      </slot>
                    </button>
                  `:""}

              <slot name="suffix" part="suffix" class="select__suffix"></slot>

              <slot name="expand-icon" part="expand-icon" class="select__expand-icon">
                <sl-icon library="system" name="chevron-down"></sl-icon>
              </slot>
            </div>

            <div
              id="listbox"
              role="listbox"
              aria-expanded=${this.open?"true":"false"}
              aria-multiselectable=${this.multiple?"true":"false"}
              aria-labelledby="label"
              part="listbox"
              class="select__listbox"
              tabindex="-1"
              @mouseup=${this.handleOptionClick}
              @slotchange=${this.handleDefaultSlotChange}
            >
              <slot></slot>
            </div>
          </sl-popup>
        </div>

        <div
          part="form-control-help-text"
          id="help-text"
          class="form-control__help-text"
          aria-hidden=${o?"false":"true"}
        >
          <slot name="help-text">${this.helpText}</slot>
        </div>
      </div>
    `}};U.styles=[ut,ki,xf];U.dependencies={"sl-icon":vt,"sl-popup":et,"sl-tag":Ci};v([z(".select")],U.prototype,"popup",2);v([z(".select__combobox")],U.prototype,"combobox",2);v([z(".select__display-input")],U.prototype,"displayInput",2);v([z(".select__value-input")],U.prototype,"valueInput",2);v([z(".select__listbox")],U.prototype,"listbox",2);v([M()],U.prototype,"hasFocus",2);v([M()],U.prototype,"displayLabel",2);v([M()],U.prototype,"currentOption",2);v([M()],U.prototype,"selectedOptions",2);v([M()],U.prototype,"valueHasChanged",2);v([h()],U.prototype,"name",2);v([M()],U.prototype,"value",1);v([h({attribute:"value"})],U.prototype,"defaultValue",2);v([h({reflect:!0})],U.prototype,"size",2);v([h()],U.prototype,"placeholder",2);v([h({type:Boolean,reflect:!0})],U.prototype,"multiple",2);v([h({attribute:"max-options-visible",type:Number})],U.prototype,"maxOptionsVisible",2);v([h({type:Boolean,reflect:!0})],U.prototype,"disabled",2);v([h({type:Boolean})],U.prototype,"clearable",2);v([h({type:Boolean,reflect:!0})],U.prototype,"open",2);v([h({type:Boolean})],U.prototype,"hoist",2);v([h({type:Boolean,reflect:!0})],U.prototype,"filled",2);v([h({type:Boolean,reflect:!0})],U.prototype,"pill",2);v([h()],U.prototype,"label",2);v([h({reflect:!0})],U.prototype,"placement",2);v([h({attribute:"help-text"})],U.prototype,"helpText",2);v([h({reflect:!0})],U.prototype,"form",2);v([h({type:Boolean,reflect:!0})],U.prototype,"required",2);v([h()],U.prototype,"getTag",2);v([dt("disabled",{waitUntilFirstUpdate:!0})],U.prototype,"handleDisabledChange",1);v([dt(["defaultValue","value"],{waitUntilFirstUpdate:!0})],U.prototype,"handleValueChange",1);v([dt("open",{waitUntilFirstUpdate:!0})],U.prototype,"handleOpenChange",1);Nd("select.show",{keyframes:[{opacity:0,scale:.9},{opacity:1,scale:1}],options:{duration:100,easing:"ease"}});Nd("select.hide",{keyframes:[{opacity:1,scale:1},{opacity:0,scale:.9}],options:{duration:100,easing:"ease"}});U.define("sl-select");var rv=_`
  :host {
    display: block;
    user-select: none;
    -webkit-user-select: none;
  }

  :host(:focus) {
    outline: none;
  }

  .option {
    position: relative;
    display: flex;
    align-items: center;
    font-family: var(--sl-font-sans);
    font-size: var(--sl-font-size-medium);
    font-weight: var(--sl-font-weight-normal);
    line-height: var(--sl-line-height-normal);
    letter-spacing: var(--sl-letter-spacing-normal);
    color: var(--sl-color-neutral-700);
    padding: var(--sl-spacing-x-small) var(--sl-spacing-medium) var(--sl-spacing-x-small) var(--sl-spacing-x-small);
    transition: var(--sl-transition-fast) fill;
    cursor: pointer;
  }

  .option--hover:not(.option--current):not(.option--disabled) {
    background-color: var(--sl-color-neutral-100);
    color: var(--sl-color-neutral-1000);
  }

  .option--current,
  .option--current.option--disabled {
    background-color: var(--sl-color-primary-600);
    color: var(--sl-color-neutral-0);
    opacity: 1;
  }

  .option--disabled {
    outline: none;
    opacity: 0.5;
    cursor: not-allowed;
  }

  .option__label {
    flex: 1 1 auto;
    display: inline-block;
    line-height: var(--sl-line-height-dense);
  }

  .option .option__check {
    flex: 0 0 auto;
    display: flex;
    align-items: center;
    justify-content: center;
    visibility: hidden;
    padding-inline-end: var(--sl-spacing-2x-small);
  }

  .option--selected .option__check {
    visibility: visible;
  }

  .option__prefix,
  .option__suffix {
    flex: 0 0 auto;
    display: flex;
    align-items: center;
  }

  .option__prefix::slotted(*) {
    margin-inline-end: var(--sl-spacing-x-small);
  }

  .option__suffix::slotted(*) {
    margin-inline-start: var(--sl-spacing-x-small);
  }

  @media (forced-colors: active) {
    :host(:hover:not([aria-disabled='true'])) .option {
      outline: dashed 1px SelectedItem;
      outline-offset: -1px;
    }
  }
`;var te=class extends it{constructor(){super(...arguments),this.localize=new Wt(this),this.isInitialized=!1,this.current=!1,this.selected=!1,this.hasHover=!1,this.value="",this.disabled=!1}connectedCallback(){super.connectedCallback(),this.setAttribute("role","option"),this.setAttribute("aria-selected","false")}handleDefaultSlotChange(){this.isInitialized?customElements.whenDefined("sl-select").then(()=>{let i=this.closest("sl-select");i&&i.handleDefaultSlotChange()}):this.isInitialized=!0}handleMouseEnter(){this.hasHover=!0}handleMouseLeave(){this.hasHover=!1}handleDisabledChange(){this.setAttribute("aria-disabled",this.disabled?"true":"false")}handleSelectedChange(){this.setAttribute("aria-selected",this.selected?"true":"false")}handleValueChange(){typeof this.value!="string"&&(this.value=String(this.value)),this.value.includes(" ")&&(console.error("Option values cannot include a space. All spaces have been replaced with underscores.",this),this.value=this.value.replace(/ /g,"_"))}getTextLabel(){let i=this.childNodes,t="";return[...i].forEach(e=>{e.nodeType===Node.ELEMENT_NODE&&(e.hasAttribute("slot")||(t+=e.textContent)),e.nodeType===Node.TEXT_NODE&&(t+=e.textContent)}),t.trim()}render(){return y`
      <div
        part="base"
        class=${N({option:!0,"option--current":this.current,"option--disabled":this.disabled,"option--selected":this.selected,"option--hover":this.hasHover})}
        @mouseenter=${this.handleMouseEnter}
        @mouseleave=${this.handleMouseLeave}
      >
        <sl-icon part="checked-icon" class="option__check" name="check" library="system" aria-hidden="true"></sl-icon>
        <slot part="prefix" name="prefix" class="option__prefix"></slot>
        <slot part="label" class="option__label" @slotchange=${this.handleDefaultSlotChange}></slot>
        <slot part="suffix" name="suffix" class="option__suffix"></slot>
      </div>
    `}};te.styles=[ut,rv];te.dependencies={"sl-icon":vt};v([z(".option__label")],te.prototype,"defaultSlot",2);v([M()],te.prototype,"current",2);v([M()],te.prototype,"selected",2);v([M()],te.prototype,"hasHover",2);v([h({reflect:!0})],te.prototype,"value",2);v([h({type:Boolean,reflect:!0})],te.prototype,"disabled",2);v([dt("disabled")],te.prototype,"handleDisabledChange",1);v([dt("selected")],te.prototype,"handleSelectedChange",1);v([dt("value")],te.prototype,"handleValueChange",1);te.define("sl-option");var nv=_`
  :host {
    display: block;
  }

  .input {
    flex: 1 1 auto;
    display: inline-flex;
    align-items: stretch;
    justify-content: start;
    position: relative;
    width: 100%;
    font-family: var(--sl-input-font-family);
    font-weight: var(--sl-input-font-weight);
    letter-spacing: var(--sl-input-letter-spacing);
    vertical-align: middle;
    overflow: hidden;
    cursor: text;
    transition:
      var(--sl-transition-fast) color,
      var(--sl-transition-fast) border,
      var(--sl-transition-fast) box-shadow,
      var(--sl-transition-fast) background-color;
  }

  /* Standard inputs */
  .input--standard {
    background-color: var(--sl-input-background-color);
    border: solid var(--sl-input-border-width) var(--sl-input-border-color);
  }

  .input--standard:hover:not(.input--disabled) {
    background-color: var(--sl-input-background-color-hover);
    border-color: var(--sl-input-border-color-hover);
  }

  .input--standard.input--focused:not(.input--disabled) {
    background-color: var(--sl-input-background-color-focus);
    border-color: var(--sl-input-border-color-focus);
    box-shadow: 0 0 0 var(--sl-focus-ring-width) var(--sl-input-focus-ring-color);
  }

  .input--standard.input--focused:not(.input--disabled) .input__control {
    color: var(--sl-input-color-focus);
  }

  .input--standard.input--disabled {
    background-color: var(--sl-input-background-color-disabled);
    border-color: var(--sl-input-border-color-disabled);
    opacity: 0.5;
    cursor: not-allowed;
  }

  .input--standard.input--disabled .input__control {
    color: var(--sl-input-color-disabled);
  }

  .input--standard.input--disabled .input__control::placeholder {
    color: var(--sl-input-placeholder-color-disabled);
  }

  /* Filled inputs */
  .input--filled {
    border: none;
    background-color: var(--sl-input-filled-background-color);
    color: var(--sl-input-color);
  }

  .input--filled:hover:not(.input--disabled) {
    background-color: var(--sl-input-filled-background-color-hover);
  }

  .input--filled.input--focused:not(.input--disabled) {
    background-color: var(--sl-input-filled-background-color-focus);
    outline: var(--sl-focus-ring);
    outline-offset: var(--sl-focus-ring-offset);
  }

  .input--filled.input--disabled {
    background-color: var(--sl-input-filled-background-color-disabled);
    opacity: 0.5;
    cursor: not-allowed;
  }

  .input__control {
    flex: 1 1 auto;
    font-family: inherit;
    font-size: inherit;
    font-weight: inherit;
    min-width: 0;
    height: 100%;
    color: var(--sl-input-color);
    border: none;
    background: inherit;
    box-shadow: none;
    padding: 0;
    margin: 0;
    cursor: inherit;
    -webkit-appearance: none;
  }

  .input__control::-webkit-search-decoration,
  .input__control::-webkit-search-cancel-button,
  .input__control::-webkit-search-results-button,
  .input__control::-webkit-search-results-decoration {
    -webkit-appearance: none;
  }

  .input__control:-webkit-autofill,
  .input__control:-webkit-autofill:hover,
  .input__control:-webkit-autofill:focus,
  .input__control:-webkit-autofill:active {
    box-shadow: 0 0 0 var(--sl-input-height-large) var(--sl-input-background-color-hover) inset !important;
    -webkit-text-fill-color: var(--sl-color-primary-500);
    caret-color: var(--sl-input-color);
  }

  .input--filled .input__control:-webkit-autofill,
  .input--filled .input__control:-webkit-autofill:hover,
  .input--filled .input__control:-webkit-autofill:focus,
  .input--filled .input__control:-webkit-autofill:active {
    box-shadow: 0 0 0 var(--sl-input-height-large) var(--sl-input-filled-background-color) inset !important;
  }

  .input__control::placeholder {
    color: var(--sl-input-placeholder-color);
    user-select: none;
    -webkit-user-select: none;
  }

  .input:hover:not(.input--disabled) .input__control {
    color: var(--sl-input-color-hover);
  }

  .input__control:focus {
    outline: none;
  }

  .input__prefix,
  .input__suffix {
    display: inline-flex;
    flex: 0 0 auto;
    align-items: center;
    cursor: default;
  }

  .input__prefix ::slotted(sl-icon),
  .input__suffix ::slotted(sl-icon) {
    color: var(--sl-input-icon-color);
  }

  /*
   * Size modifiers
   */

  .input--small {
    border-radius: var(--sl-input-border-radius-small);
    font-size: var(--sl-input-font-size-small);
    height: var(--sl-input-height-small);
  }

  .input--small .input__control {
    height: calc(var(--sl-input-height-small) - var(--sl-input-border-width) * 2);
    padding: 0 var(--sl-input-spacing-small);
  }

  .input--small .input__clear,
  .input--small .input__password-toggle {
    width: calc(1em + var(--sl-input-spacing-small) * 2);
  }

  .input--small .input__prefix ::slotted(*) {
    margin-inline-start: var(--sl-input-spacing-small);
  }

  .input--small .input__suffix ::slotted(*) {
    margin-inline-end: var(--sl-input-spacing-small);
  }

  .input--medium {
    border-radius: var(--sl-input-border-radius-medium);
    font-size: var(--sl-input-font-size-medium);
    height: var(--sl-input-height-medium);
  }

  .input--medium .input__control {
    height: calc(var(--sl-input-height-medium) - var(--sl-input-border-width) * 2);
    padding: 0 var(--sl-input-spacing-medium);
  }

  .input--medium .input__clear,
  .input--medium .input__password-toggle {
    width: calc(1em + var(--sl-input-spacing-medium) * 2);
  }

  .input--medium .input__prefix ::slotted(*) {
    margin-inline-start: var(--sl-input-spacing-medium);
  }

  .input--medium .input__suffix ::slotted(*) {
    margin-inline-end: var(--sl-input-spacing-medium);
  }

  .input--large {
    border-radius: var(--sl-input-border-radius-large);
    font-size: var(--sl-input-font-size-large);
    height: var(--sl-input-height-large);
  }

  .input--large .input__control {
    height: calc(var(--sl-input-height-large) - var(--sl-input-border-width) * 2);
    padding: 0 var(--sl-input-spacing-large);
  }

  .input--large .input__clear,
  .input--large .input__password-toggle {
    width: calc(1em + var(--sl-input-spacing-large) * 2);
  }

  .input--large .input__prefix ::slotted(*) {
    margin-inline-start: var(--sl-input-spacing-large);
  }

  .input--large .input__suffix ::slotted(*) {
    margin-inline-end: var(--sl-input-spacing-large);
  }

  /*
   * Pill modifier
   */

  .input--pill.input--small {
    border-radius: var(--sl-input-height-small);
  }

  .input--pill.input--medium {
    border-radius: var(--sl-input-height-medium);
  }

  .input--pill.input--large {
    border-radius: var(--sl-input-height-large);
  }

  /*
   * Clearable + Password Toggle
   */

  .input__clear,
  .input__password-toggle {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    font-size: inherit;
    color: var(--sl-input-icon-color);
    border: none;
    background: none;
    padding: 0;
    transition: var(--sl-transition-fast) color;
    cursor: pointer;
  }

  .input__clear:hover,
  .input__password-toggle:hover {
    color: var(--sl-input-icon-color-hover);
  }

  .input__clear:focus,
  .input__password-toggle:focus {
    outline: none;
  }

  /* Don't show the browser's password toggle in Edge */
  ::-ms-reveal {
    display: none;
  }

  /* Hide the built-in number spinner */
  .input--no-spin-buttons input[type='number']::-webkit-outer-spin-button,
  .input--no-spin-buttons input[type='number']::-webkit-inner-spin-button {
    -webkit-appearance: none;
    display: none;
  }

  .input--no-spin-buttons input[type='number'] {
    -moz-appearance: textfield;
  }
`;var F=class extends it{constructor(){super(...arguments),this.formControlController=new Se(this,{assumeInteractionOn:["sl-blur","sl-input"]}),this.hasSlotController=new $e(this,"help-text","label"),this.localize=new Wt(this),this.hasFocus=!1,this.title="",this.__numberInput=Object.assign(document.createElement("input"),{type:"number"}),this.__dateInput=Object.assign(document.createElement("input"),{type:"date"}),this.type="text",this.name="",this.value="",this.defaultValue="",this.size="medium",this.filled=!1,this.pill=!1,this.label="",this.helpText="",this.clearable=!1,this.disabled=!1,this.placeholder="",this.readonly=!1,this.passwordToggle=!1,this.passwordVisible=!1,this.noSpinButtons=!1,this.form="",this.required=!1,this.spellcheck=!0}get valueAsDate(){var i;return this.__dateInput.type=this.type,this.__dateInput.value=this.value,((i=this.input)==null?void 0:i.valueAsDate)||this.__dateInput.valueAsDate}set valueAsDate(i){this.__dateInput.type=this.type,this.__dateInput.valueAsDate=i,this.value=this.__dateInput.value}get valueAsNumber(){var i;return this.__numberInput.value=this.value,((i=this.input)==null?void 0:i.valueAsNumber)||this.__numberInput.valueAsNumber}set valueAsNumber(i){this.__numberInput.valueAsNumber=i,this.value=this.__numberInput.value}get validity(){return this.input.validity}get validationMessage(){return this.input.validationMessage}firstUpdated(){this.formControlController.updateValidity()}handleBlur(){this.hasFocus=!1,this.emit("sl-blur")}handleChange(){this.value=this.input.value,this.emit("sl-change")}handleClearClick(i){i.preventDefault(),this.value!==""&&(this.value="",this.emit("sl-clear"),this.emit("sl-input"),this.emit("sl-change")),this.input.focus()}handleFocus(){this.hasFocus=!0,this.emit("sl-focus")}handleInput(){this.value=this.input.value,this.formControlController.updateValidity(),this.emit("sl-input")}handleInvalid(i){this.formControlController.setValidity(!1),this.formControlController.emitInvalidEvent(i)}handleKeyDown(i){let t=i.metaKey||i.ctrlKey||i.shiftKey||i.altKey;i.key==="Enter"&&!t&&setTimeout(()=>{!i.defaultPrevented&&!i.isComposing&&this.formControlController.submit()})}handlePasswordToggle(){this.passwordVisible=!this.passwordVisible}handleDisabledChange(){this.formControlController.setValidity(this.disabled)}handleStepChange(){this.input.step=String(this.step),this.formControlController.updateValidity()}async handleValueChange(){await this.updateComplete,this.formControlController.updateValidity()}focus(i){this.input.focus(i)}blur(){this.input.blur()}select(){this.input.select()}setSelectionRange(i,t,e="none"){this.input.setSelectionRange(i,t,e)}setRangeText(i,t,e,o="preserve"){let r=t??this.input.selectionStart,n=e??this.input.selectionEnd;this.input.setRangeText(i,r,n,o),this.value!==this.input.value&&(this.value=this.input.value)}showPicker(){"showPicker"in HTMLInputElement.prototype&&this.input.showPicker()}stepUp(){this.input.stepUp(),this.value!==this.input.value&&(this.value=this.input.value)}stepDown(){this.input.stepDown(),this.value!==this.input.value&&(this.value=this.input.value)}checkValidity(){return this.input.checkValidity()}getForm(){return this.formControlController.getForm()}reportValidity(){return this.input.reportValidity()}setCustomValidity(i){this.input.setCustomValidity(i),this.formControlController.updateValidity()}render(){let i=this.hasSlotController.test("label"),t=this.hasSlotController.test("help-text"),e=this.label?!0:!!i,o=this.helpText?!0:!!t,n=this.clearable&&!this.disabled&&!this.readonly&&(typeof this.value=="number"||this.value.length>0);return y`
      <div
        part="form-control"
        class=${N({"form-control":!0,"form-control--small":this.size==="small","form-control--medium":this.size==="medium","form-control--large":this.size==="large","form-control--has-label":e,"form-control--has-help-text":o})}
      >
        <label
          part="form-control-label"
          class="form-control__label"
          for="input"
          aria-hidden=${e?"false":"true"}
        >
          <slot name="label">${this.label}</slot>
        </label>

        <div part="form-control-input" class="form-control-input">
          <div
            part="base"
            class=${N({input:!0,"input--small":this.size==="small","input--medium":this.size==="medium","input--large":this.size==="large","input--pill":this.pill,"input--standard":!this.filled,"input--filled":this.filled,"input--disabled":this.disabled,"input--focused":this.hasFocus,"input--empty":!this.value,"input--no-spin-buttons":this.noSpinButtons})}
          >
            <span part="prefix" class="input__prefix">
              <slot name="prefix"></slot>
            </span>

            <input
              part="input"
              id="input"
              class="input__control"
              type=${this.type==="password"&&this.passwordVisible?"text":this.type}
              title=${this.title}
              name=${D(this.name)}
              ?disabled=${this.disabled}
              ?readonly=${this.readonly}
              ?required=${this.required}
              placeholder=${D(this.placeholder)}
              minlength=${D(this.minlength)}
              maxlength=${D(this.maxlength)}
              min=${D(this.min)}
              max=${D(this.max)}
              step=${D(this.step)}
              .value=${Ee(this.value)}
              autocapitalize=${D(this.autocapitalize)}
              autocomplete=${D(this.autocomplete)}
              autocorrect=${D(this.autocorrect)}
              ?autofocus=${this.autofocus}
              spellcheck=${this.spellcheck}
              pattern=${D(this.pattern)}
              enterkeyhint=${D(this.enterkeyhint)}
              inputmode=${D(this.inputmode)}
              aria-describedby="help-text"
              @change=${this.handleChange}
              @input=${this.handleInput}
              @invalid=${this.handleInvalid}
              @keydown=${this.handleKeyDown}
              @focus=${this.handleFocus}
              @blur=${this.handleBlur}
            />

            ${n?y`
                  <button
                    part="clear-button"
                    class="input__clear"
                    type="button"
                    aria-label=${this.localize.term("clearEntry")}
                    @click=${this.handleClearClick}
                    tabindex="-1"
                  >
                    <slot name="clear-icon">
                      <sl-icon name="x-circle-fill" library="system"></sl-icon>
                    </slot>
                  </button>
                `:""}
            ${this.passwordToggle&&!this.disabled?y`
                  <button
                    part="password-toggle-button"
                    class="input__password-toggle"
                    type="button"
                    aria-label=${this.localize.term(this.passwordVisible?"hidePassword":"showPassword")}
                    @click=${this.handlePasswordToggle}
                    tabindex="-1"
                  >
                    ${this.passwordVisible?y`
                          <slot name="show-password-icon">
                            <sl-icon name="eye-slash" library="system"></sl-icon>
                          </slot>
                        `:y`
                          <slot name="hide-password-icon">
                            <sl-icon name="eye" library="system"></sl-icon>
                          </slot>
                        `}
                  </button>
                `:""}

            <span part="suffix" class="input__suffix">
              <slot name="suffix"></slot>
            </span>
          </div>
        </div>

        <div
          part="form-control-help-text"
          id="help-text"
          class="form-control__help-text"
          aria-hidden=${o?"false":"true"}
        >
          <slot name="help-text">${this.helpText}</slot>
        </div>
      </div>
    `}};F.styles=[ut,ki,nv];F.dependencies={"sl-icon":vt};v([z(".input__control")],F.prototype,"input",2);v([M()],F.prototype,"hasFocus",2);v([h()],F.prototype,"title",2);v([h({reflect:!0})],F.prototype,"type",2);v([h()],F.prototype,"name",2);v([h()],F.prototype,"value",2);v([Xo()],F.prototype,"defaultValue",2);v([h({reflect:!0})],F.prototype,"size",2);v([h({type:Boolean,reflect:!0})],F.prototype,"filled",2);v([h({type:Boolean,reflect:!0})],F.prototype,"pill",2);v([h()],F.prototype,"label",2);v([h({attribute:"help-text"})],F.prototype,"helpText",2);v([h({type:Boolean})],F.prototype,"clearable",2);v([h({type:Boolean,reflect:!0})],F.prototype,"disabled",2);v([h()],F.prototype,"placeholder",2);v([h({type:Boolean,reflect:!0})],F.prototype,"readonly",2);v([h({attribute:"password-toggle",type:Boolean})],F.prototype,"passwordToggle",2);v([h({attribute:"password-visible",type:Boolean})],F.prototype,"passwordVisible",2);v([h({attribute:"no-spin-buttons",type:Boolean})],F.prototype,"noSpinButtons",2);v([h({reflect:!0})],F.prototype,"form",2);v([h({type:Boolean,reflect:!0})],F.prototype,"required",2);v([h()],F.prototype,"pattern",2);v([h({type:Number})],F.prototype,"minlength",2);v([h({type:Number})],F.prototype,"maxlength",2);v([h()],F.prototype,"min",2);v([h()],F.prototype,"max",2);v([h()],F.prototype,"step",2);v([h()],F.prototype,"autocapitalize",2);v([h()],F.prototype,"autocorrect",2);v([h()],F.prototype,"autocomplete",2);v([h({type:Boolean})],F.prototype,"autofocus",2);v([h()],F.prototype,"enterkeyhint",2);v([h({type:Boolean,converter:{fromAttribute:i=>!(!i||i==="false"),toAttribute:i=>i?"true":"false"}})],F.prototype,"spellcheck",2);v([h()],F.prototype,"inputmode",2);v([dt("disabled",{waitUntilFirstUpdate:!0})],F.prototype,"handleDisabledChange",1);v([dt("step",{waitUntilFirstUpdate:!0})],F.prototype,"handleStepChange",1);v([dt("value",{waitUntilFirstUpdate:!0})],F.prototype,"handleValueChange",1);F.define("sl-input");window.Vaadin||={};window.Vaadin.featureFlags||={};function Ox(i){return i.replace(/-[a-z]/gu,t=>t[1].toUpperCase())}var Qe={};function kt(i,t="25.3.0"){if(Object.defineProperty(i,"version",{get(){return t}}),i.experimental){let o=typeof i.experimental=="string"?i.experimental:`${Ox(i.is.split("-").slice(1).join("-"))}Component`;if(!window.Vaadin.featureFlags[o]&&!Qe[o]){Qe[o]=new Set,Qe[o].add(i),Object.defineProperty(window.Vaadin.featureFlags,o,{get(){return Qe[o].size===0},set(r){r&&Qe[o].size>0&&(Qe[o].forEach(n=>{customElements.define(n.is,n)}),Qe[o].clear())}});return}else if(Qe[o]){Qe[o].add(i);return}}let e=customElements.get(i.is);if(!e)customElements.define(i.is,i);else{let o=e.version;o&&i.version&&o===i.version?console.warn(`The component ${i.is} has been loaded twice`):console.error(`Tried to define ${i.is} version ${i.version} when version ${e.version} is already in use. Something will probably break.`)}}var Lx=/\/\*[\*!]\s+vaadin-dev-mode:start([\s\S]*)vaadin-dev-mode:end\s+\*\*\//i,Xs=window.Vaadin&&window.Vaadin.Flow&&window.Vaadin.Flow.clients;function Mx(){function i(){return!0}return sv(i)}function Px(){try{return Rx()?!0:zx()?Xs?!Nx():!Mx():!1}catch{return!1}}function Rx(){return localStorage.getItem("vaadin.developmentmode.force")}function zx(){return["localhost","127.0.0.1"].indexOf(window.location.hostname)>=0}function Nx(){return!!(Xs&&Object.keys(Xs).map(t=>Xs[t]).filter(t=>t.productionMode).length>0)}function sv(i,t){if(typeof i!="function")return;let e=Lx.exec(i.toString());if(e)try{i=new Function(e[1])}catch(o){console.log("vaadin-development-mode-detector: uncommentAndRun() failed",o)}return i(t)}window.Vaadin=window.Vaadin||{};var Vd=function(i,t){if(window.Vaadin.developmentMode)return sv(i,t)};window.Vaadin.developmentMode===void 0&&(window.Vaadin.developmentMode=Px());function Dx(){}var av=function(){if(typeof Vd=="function")return Vd(Dx)};var lv=0,cv=0,er=[],jd=!1;function Bx(){jd=!1;let i=er.length;for(let t=0;t<i;t++){let e=er[t];if(e)try{e()}catch(o){setTimeout(()=>{throw o})}}er.splice(0,i),cv+=i}var Zs={after(i){return{run(t){return window.setTimeout(t,i)},cancel(t){window.clearTimeout(t)}}},run(i,t){return window.setTimeout(i,t)},cancel(i){window.clearTimeout(i)}};var dv={run(i){return window.requestAnimationFrame(i)},cancel(i){window.cancelAnimationFrame(i)}};var pv={run(i){return window.requestIdleCallback?window.requestIdleCallback(i):window.setTimeout(i,16)},cancel(i){window.cancelIdleCallback?window.cancelIdleCallback(i):window.clearTimeout(i)}};var uv={run(i){jd||(jd=!0,queueMicrotask(()=>Bx())),er.push(i);let t=lv;return lv+=1,t},cancel(i){let t=i-cv;if(t>=0){if(!er[t])throw new Error(`invalid async handle: ${i}`);er[t]=null}}};var Ud=new Set,Me=class i{static debounce(t,e,o){return t instanceof i?t._cancelAsync():t=new i,t.setConfig(e,o),t}constructor(){this._asyncModule=null,this._callback=null,this._timer=null}setConfig(t,e){this._asyncModule=t,this._callback=e,this._timer=this._asyncModule.run(()=>{this._timer=null,Ud.delete(this),this._callback()})}cancel(){this.isActive()&&(this._cancelAsync(),Ud.delete(this))}_cancelAsync(){this.isActive()&&(this._asyncModule.cancel(this._timer),this._timer=null)}flush(){this.isActive()&&(this.cancel(),this._callback())}isActive(){return this._timer!=null}};function hv(i){Ud.add(i)}var ti=[];function qd(i,t,e=i.getAttribute("dir")){t?i.setAttribute("dir",t):e!=null&&i.removeAttribute("dir")}function Wd(){return document.documentElement.getAttribute("dir")}function Fx(){let i=Wd();ti.forEach(t=>{qd(t,i)})}var Hx=new MutationObserver(Fx);Hx.observe(document.documentElement,{attributes:!0,attributeFilter:["dir"]});var Pe=i=>class extends i{static get properties(){return{dir:{type:String,value:"",reflectToAttribute:!0,converter:{fromAttribute:e=>e||"",toAttribute:e=>e===""?null:e}}}}get __isRTL(){return this.getAttribute("dir")==="rtl"}connectedCallback(){super.connectedCallback(),(!this.hasAttribute("dir")||this.__restoreSubscription)&&(this.__subscribe(),qd(this,Wd(),null))}attributeChangedCallback(e,o,r){if(super.attributeChangedCallback(e,o,r),e!=="dir")return;let n=Wd(),s=r===n&&ti.indexOf(this)===-1,a=!r&&o&&ti.indexOf(this)===-1;s||a?(this.__subscribe(),qd(this,n,r)):r!==n&&o===n&&this.__unsubscribe()}disconnectedCallback(){super.disconnectedCallback(),this.__restoreSubscription=ti.includes(this),this.__unsubscribe()}_valueToNodeAttribute(e,o,r){r==="dir"&&o===""&&!e.hasAttribute("dir")||super._valueToNodeAttribute(e,o,r)}_attributeToProperty(e,o,r){e==="dir"&&!o?this.dir="":super._attributeToProperty(e,o,r)}__subscribe(){ti.includes(this)||ti.push(this)}__unsubscribe(){ti.includes(this)&&ti.splice(ti.indexOf(this),1)}};window.Vaadin||(window.Vaadin={});window.Vaadin.registrations||(window.Vaadin.registrations=[]);window.Vaadin.developmentModeCallback||(window.Vaadin.developmentModeCallback={});window.Vaadin.developmentModeCallback["vaadin-usage-statistics"]=function(){av()};var Kd,mv=new Set,Si=i=>class extends Pe(i){static _ensureRegistrations(){let{is:e}=this;if(e&&!mv.has(e)){window.Vaadin.registrations.push(this),mv.add(e);let o=window.Vaadin.developmentModeCallback;o&&(Kd=Me.debounce(Kd,pv,()=>{o["vaadin-usage-statistics"]()}),hv(Kd))}}constructor(){super(),document.doctype===null&&console.warn('Vaadin components require the "standards mode" declaration. Please add <!DOCTYPE html> to the HTML document.'),this.constructor._ensureRegistrations()}};var fv=new WeakMap;function Vx(i,t){let e=t;for(;e;){if(fv.get(e)===i)return!0;e=Object.getPrototypeOf(e)}return!1}function ht(i){return t=>{if(Vx(i,t))return t;let e=i(t);return fv.set(e,i),e}}function vv(i,t){return i.split(".").reduce((e,o)=>e?e[o]:void 0,t)}function gv(i,t,e){let o=i.split("."),r=o.pop(),n=o.reduce((s,a)=>s[a],e);n[r]=t}var Gd={},jx=/([A-Z])/gu;function bv(i){return Gd[i]||(Gd[i]=i.replace(jx,"-$1").toLowerCase()),Gd[i]}function yv(i){return i[0].toUpperCase()+i.substring(1)}function Yd(i){let[t,e]=i.split("("),o=e.replace(")","").split(",").map(r=>r.trim());return{method:t,observerProps:o}}function Xd(i,t){return Object.prototype.hasOwnProperty.call(i,t)||(i[t]=new Map(i[t])),i[t]}var Ux=i=>{class t extends i{static enabledWarnings=[];static createProperty(o,r){[String,Boolean,Number,Array].includes(r)&&(r={type:r}),r?.reflectToAttribute&&(r.reflect=!0),super.createProperty(o,r)}static getOrCreateMap(o){return Xd(this,o)}static finalize(){if(window.litIssuedWarnings&&(window.litIssuedWarnings.add("no-override-create-property"),window.litIssuedWarnings.add("no-override-get-property-descriptor")),super.finalize(),Array.isArray(this.observers)){let o=this.getOrCreateMap("__complexObservers");this.observers.forEach(r=>{let{method:n,observerProps:s}=Yd(r);o.set(n,s)})}}static addCheckedInitializer(o){super.addInitializer(r=>{r instanceof this&&o(r)})}static getPropertyDescriptor(o,r,n){let s=super.getPropertyDescriptor(o,r,n),a=s;if(this.getOrCreateMap("__propKeys").set(o,r),n.sync&&(a={get:s.get,set(l){let c=this[o];wo(l,c)&&(this[r]=l,this.requestUpdate(o,c,n),this.hasUpdated&&this.performUpdate())},configurable:!0,enumerable:!0}),n.readOnly){let l=a.set;this.addCheckedInitializer(c=>{c[`_set${yv(o)}`]=function(d){l.call(c,d)}}),a={get:a.get,set(){},configurable:!0,enumerable:!0}}if("value"in n&&this.addCheckedInitializer(l=>{let c=typeof n.value=="function"?n.value.call(l):n.value;n.readOnly?l[`_set${yv(o)}`](c):l[o]=c}),n.observer){let l=n.observer;this.getOrCreateMap("__observers").set(o,l),this.addCheckedInitializer(c=>{c[l]||console.warn(`observer method ${l} not defined`)})}if(n.notify){if(!this.__notifyProps)this.__notifyProps=new Set;else if(!this.hasOwnProperty("__notifyProps")){let l=this.__notifyProps;this.__notifyProps=new Set(l)}this.__notifyProps.add(o)}if(n.computed){let l=`__assignComputed${o}`,c=Yd(n.computed);this.prototype[l]=function(...d){this[o]=this[c.method](...d)},this.getOrCreateMap("__computedObservers").set(l,c.observerProps)}return n.attribute||(n.attribute=bv(o)),a}static get polylitConfig(){return{asyncFirstRender:!1}}connectedCallback(){super.connectedCallback();let{polylitConfig:o}=this.constructor;!this.hasUpdated&&!o.asyncFirstRender&&this.performUpdate()}firstUpdated(){super.firstUpdated(),this.$||(this.$={}),this.renderRoot.querySelectorAll("[id]").forEach(o=>{this.$[o.id]=o})}ready(){}willUpdate(o){this.constructor.__computedObservers&&this.__runComplexObservers(o,this.constructor.__computedObservers)}updated(o){let r=this.__isReadyInvoked;this.__isReadyInvoked=!0,this.constructor.__observers&&this.__runObservers(o,this.constructor.__observers),this.constructor.__complexObservers&&this.__runComplexObservers(o,this.constructor.__complexObservers),this.__dynamicPropertyObservers&&this.__runDynamicObservers(o,this.__dynamicPropertyObservers),this.__dynamicMethodObservers&&this.__runComplexObservers(o,this.__dynamicMethodObservers),this.constructor.__notifyProps&&this.__runNotifyProps(o,this.constructor.__notifyProps),r||this.ready()}setProperties(o){Object.entries(o).forEach(([r,n])=>{let s=this.constructor.__propKeys.get(r),a=this[s];this[s]=n,this.requestUpdate(r,a)}),this.hasUpdated&&this.performUpdate()}_createMethodObserver(o){let r=Xd(this,"__dynamicMethodObservers"),{method:n,observerProps:s}=Yd(o);r.set(n,s)}_createPropertyObserver(o,r){Xd(this,"__dynamicPropertyObservers").set(r,o)}__runComplexObservers(o,r){r.forEach((n,s)=>{n.some(a=>o.has(a))&&(this[s]?this[s](...n.map(a=>this[a])):console.warn(`observer method ${s} not defined`))})}__runDynamicObservers(o,r){r.forEach((n,s)=>{o.has(n)&&this[s]&&this[s](this[n],o.get(n))})}__runObservers(o,r){o.forEach((n,s)=>{let a=r.get(s);a!==void 0&&this[a]&&this[a](this[s],n)})}__runNotifyProps(o,r){o.forEach((n,s)=>{r.has(s)&&this.dispatchEvent(new CustomEvent(`${bv(s)}-changed`,{detail:{value:this[s]}}))})}_get(o,r){return vv(o,r)}_set(o,r,n){gv(o,r,n)}}return t},Ct=ht(Ux);function xv(i){let t=[];for(;i;){if(i.nodeType===Node.DOCUMENT_NODE){t.push(i);break}if(i.nodeType===Node.DOCUMENT_FRAGMENT_NODE){t.push(i),i=i.host;continue}if(i.assignedSlot){i=i.assignedSlot;continue}i=i.parentNode}return t}function Zd(i){return new Set(i?i.split(" ").filter(Boolean):[])}function _v(i){return i?[...i].join(" "):""}function Ft(i,t,e){e?i.setAttribute(t,e):i.removeAttribute(t)}function wv(i){return Zd(Array.isArray(i)?i.join(" "):i)}function Jd(i,t,e){e=wv(e);let o=Zd(i.getAttribute(t));e.forEach(r=>o.add(r)),Ft(i,t,_v(o))}function Qd(i,t,e){e=wv(e);let o=Zd(i.getAttribute(t));e.forEach(r=>o.delete(r)),Ft(i,t,_v(o))}function kv(i){return i.nodeType===Node.TEXT_NODE&&i.textContent.trim()===""}function Cv(i){return i?!!(i.nodeType===Node.ELEMENT_NODE&&(customElements.get(i.localName)||i.children.length>0)||i.textContent?.trim()):!1}var ir=class{constructor(t,e,o={}){this.target=t,this.callback=e,this.forceInitial=o.forceInitial,this._storedNodes=[],this._isSlot=t instanceof HTMLSlotElement,this._connected=!1,this._scheduled=!1,this._boundSchedule=()=>{this._schedule()},this.connect(),o.syncInitial?this.flush():this._schedule()}connect(){this.target.addEventListener("slotchange",this._boundSchedule),this._connected=!0}disconnect(){this.target.removeEventListener("slotchange",this._boundSchedule),this._connected=!1}_schedule(){this._scheduled||(this._scheduled=!0,queueMicrotask(()=>{this._scheduled&&this.flush()}))}flush(){this._connected&&(this._scheduled=!1,this._processNodes())}_collectNodes(){let t=this._isSlot?[this.target]:[...this.target.querySelectorAll("slot")];return[...new Set(t.flatMap(e=>e.assignedNodes({flatten:!0})))]}_groupNodesBySlot(t){let e=new Map;return t.forEach(o=>{let r=o.assignedSlot;e.set(r,e.get(r)??[]),e.get(r).push(o)}),e}_collectMovedNodes(t){let e=this._groupNodesBySlot(t),o=this._groupNodesBySlot(this._storedNodes),r=[];return e.forEach((n,s)=>{let a=o.get(s)||[];new Set(a).difference(new Set(n)).size>0||a.forEach((l,c)=>{n.indexOf(l)!==c&&r.push(l)})}),r}_processNodes(){let t=this._collectNodes(),e=t.filter(n=>!this._storedNodes.includes(n)),o=this._storedNodes.filter(n=>!t.includes(n)),r=this._collectMovedNodes(t);(e.length||o.length||r.length||this.forceInitial)&&this.callback({addedNodes:e,currentNodes:t,movedNodes:r,removedNodes:o}),this.forceInitial&&(this.forceInitial=!1),this._storedNodes=t}};var qx=0;function Js(){return qx++}var Re=class extends EventTarget{static generateId(t,e="default"){return`${e}-${t.localName}-${Js()}`}constructor(t,e,o,r={}){super();let{initializer:n,multiple:s,observe:a,useUniqueId:l,uniqueIdPrefix:c}=r;this.host=t,this.slotName=e,this.tagName=o,this.observe=typeof a=="boolean"?a:!0,this.multiple=typeof s=="boolean"?s:!1,this.slotInitializer=n,s&&(this.nodes=[]),l&&(this.defaultId=this.constructor.generateId(t,c||e))}hostConnected(){this.initialized||(this.multiple?this.initMultiple():this.initSingle(),this.observe&&this.observeSlot(),this.initialized=!0)}initSingle(){let t=this.getSlotChild();t?(this.node=t,this.initAddedNode(t)):(t=this.attachDefaultNode(),this.initNode(t))}initMultiple(){let t=this.getSlotChildren();if(t.length===0){let e=this.attachDefaultNode();e&&(this.nodes=[e],this.initNode(e))}else this.nodes=t,t.forEach(e=>{this.initAddedNode(e)})}attachDefaultNode(){let{host:t,slotName:e,tagName:o}=this,r=this.defaultNode;return!r&&o&&(r=document.createElement(o),r instanceof Element&&(e!==""&&r.setAttribute("slot",e),this.defaultNode=r)),r&&(this.node=r,t.appendChild(r)),r}getSlotChildren(){let{slotName:t}=this;return Array.from(this.host.childNodes).filter(e=>e.nodeType===Node.ELEMENT_NODE&&e.hasAttribute("data-slot-ignore")?!1:e.nodeType===Node.ELEMENT_NODE&&e.slot===t||e.nodeType===Node.TEXT_NODE&&e.textContent.trim()&&t==="")}getSlotChild(){return this.getSlotChildren()[0]}initNode(t){let{slotInitializer:e}=this;e&&e(t,this.host)}initCustomNode(t){}teardownNode(t){}initAddedNode(t){t!==this.defaultNode&&(this.initCustomNode(t),this.initNode(t))}observeSlot(){let{slotName:t}=this,e=t===""?"slot:not([name])":`slot[name=${t}]`,o=this.host.shadowRoot.querySelector(e);new ir(o,({addedNodes:r,removedNodes:n})=>{let s=this.multiple?this.nodes:[this.node],a=r.filter(l=>!kv(l)&&!s.includes(l)&&!(l.nodeType===Node.ELEMENT_NODE&&l.hasAttribute("data-slot-ignore")));n.length&&(this.nodes=s.filter(l=>!n.includes(l)),n.forEach(l=>{this.teardownNode(l)})),a?.length>0&&(this.multiple?(this.defaultNode&&this.defaultNode.remove(),this.nodes=[...s,...a].filter(l=>l!==this.defaultNode),a.forEach(l=>{this.initAddedNode(l)})):(this.node&&this.node.remove(),this.node=a[0],this.initAddedNode(this.node)))})}};var ze=class extends Re{constructor(t){super(t,"tooltip"),this.setTarget(t)}initCustomNode(t){t.target=this.target,this.ariaTarget!==void 0&&(t.ariaTarget=this.ariaTarget),this.context!==void 0&&(t.context=this.context),this.manual!==void 0&&(t.manual=this.manual),this.position!==void 0&&(t._position=this.position),this.shouldShow!==void 0&&(t.shouldShow=this.shouldShow),this.manual||this.host.setAttribute("has-tooltip",""),this.#e(t),t.addEventListener("content-changed",this.#t)}teardownNode(t){this.manual||this.host.removeAttribute("has-tooltip"),t.removeEventListener("content-changed",this.#t),this.#e(null)}setAriaTarget(t){this.ariaTarget=t;let e=this.node;e&&(e.ariaTarget=t)}setContext(t){this.context=t;let e=this.node;e&&(e.context=t)}setManual(t){this.manual=t;let e=this.node;e&&(e.manual=t)}setPosition(t){this.position=t;let e=this.node;e&&(e._position=t)}setShouldShow(t){this.shouldShow=t;let e=this.node;e&&(e.shouldShow=t)}setTarget(t){this.target=t;let e=this.node;e&&(e.target=t)}open(t){let e=this.node;e?.isConnected&&e._stateController.open(t)}close(t){let e=this.node;e&&e._stateController.close(t)}#t=t=>{this.#e(t.target)};#e(t){this.dispatchEvent(new CustomEvent("tooltip-changed",{detail:{node:t}}))}};function or(i){try{CSS.registerProperty(i)}catch(t){if(t instanceof DOMException&&t.name==="InvalidModificationError")console.warn(`The CSS property ${i.name} has already been registered.`);else throw t}}var Ev=(i,...t)=>{let e=document.createElement("style");e.id=i,e.textContent=t.map(o=>o.toString()).join(`
`),document.head.insertAdjacentElement("afterbegin",e)};var Qs=class i extends EventTarget{#t;#e=new Set;#i;#o=!1;constructor(t){super(),this.#t=t,this.#i=new CSSStyleSheet}#n(t){let{propertyName:e}=t;this.#e.has(e)&&this.dispatchEvent(new CustomEvent("property-changed",{detail:{propertyName:e}}))}observe(t){this.connect(),!this.#e.has(t)&&(this.#e.add(t),this.#i.replaceSync(`
      :root::before, :host::before {
        content: '' !important;
        position: absolute !important;
        top: -9999px !important;
        left: -9999px !important;
        visibility: hidden !important;
        transition: 1ms allow-discrete step-end !important;
        transition-property: ${[...this.#e].join(", ")} !important;
      }
    `))}connect(){this.#o||(this.#t.adoptedStyleSheets.unshift(this.#i),this.#r.addEventListener("transitionstart",t=>this.#n(t)),this.#r.addEventListener("transitionend",t=>this.#n(t)),this.#o=!0)}disconnect(){this.#e.clear(),this.#t.adoptedStyleSheets=this.#t.adoptedStyleSheets.filter(t=>t!==this.#i),this.#r.removeEventListener("transitionstart",this.#n),this.#r.removeEventListener("transitionend",this.#n),this.#o=!1}get#r(){return this.#t.documentElement??this.#t.host}static for(t){return t.__cssPropertyObserver||=new i(t),t.__cssPropertyObserver}};function Wx(i){let{baseStyles:t,themeStyles:e,elementStyles:o,lumoInjector:r}=i.constructor,n=i.__lumoStyleSheet;return n?[...r.includeBaseStyles?t??o:[],n,...e??[]]:o}function tp(i){Ln(i.shadowRoot,Wx(i))}function ep(i,t){i.__lumoStyleSheet=t,tp(i)}function ta(i){i.__lumoStyleSheet=void 0,tp(i)}var Av=new Set;function ip(i){Av.has(i)||(Av.add(i),console.warn(i))}var Sv=new WeakMap;function $v(i){try{return i.media.mediaText}catch{return ip('[LumoInjector] Browser denied to access property "mediaText" for some CSS rules, so they were skipped.'),""}}function Kx(i){try{return i.cssRules}catch{return ip('[LumoInjector] Browser denied to access property "cssRules" for some CSS stylesheets, so they were skipped.'),[]}}function Tv(i,t={tags:new Map,modules:new Map}){for(let e of Kx(i)){if(e instanceof CSSImportRule){let o=$v(e);o.startsWith("lumo_")?t.modules.set(o,[...e.styleSheet.cssRules]):Tv(e.styleSheet,t);continue}if(e instanceof CSSMediaRule){let o=$v(e);o.startsWith("lumo_")&&t.modules.set(o,[...e.cssRules]);continue}if(e instanceof CSSStyleRule&&e.cssText.includes("-inject")){for(let o of e.style){let r=o.match(/^--_lumo-(.*)-inject-modules$/u)?.[1];if(!r)continue;let n=e.style.getPropertyValue(o);t.tags.set(r,n.split(",").map(s=>s.trim().replace(/'|"/gu,"")))}continue}}return t}function Iv(i){let t=new Map,e=new Map;for(let o of i){let r=Sv.get(o);r||(r=Tv(o),Sv.set(o,r)),t=new Map([...t,...r.tags]),e=new Map([...e,...r.modules])}return{tags:t,modules:e}}function op(i){return`--_lumo-${i.is}-inject`}var ea=class{#t;#e;#i=new Map;#o=new Map;constructor(t=document){this.#t=t,this.handlePropertyChange=this.handlePropertyChange.bind(this),this.#e=Qs.for(t),this.#e.addEventListener("property-changed",this.handlePropertyChange)}disconnect(){this.#e.removeEventListener("property-changed",this.handlePropertyChange),this.#i.clear(),this.#o.values().forEach(t=>t.forEach(ta))}forceUpdate(){for(let t of this.#i.keys())this.#r(t)}componentConnected(t){let{lumoInjector:e}=t.constructor,{is:o}=e;this.#o.set(o,this.#o.get(o)??new Set),this.#o.get(o).add(t);let r=this.#i.get(o);if(r){r.cssRules.length>0&&ep(t,r);return}this.#n(o);let n=op(e);this.#e.observe(n)}componentDisconnected(t){let{is:e}=t.constructor.lumoInjector;this.#o.get(e)?.delete(t),ta(t)}handlePropertyChange(t){let{propertyName:e}=t.detail,o=e.match(/^--_lumo-(.*)-inject$/u)?.[1];o&&this.#r(o)}#n(t){this.#i.set(t,new CSSStyleSheet),this.#r(t)}#r(t){let{tags:e,modules:o}=Iv(this.#s),r=(e.get(t)??[]).flatMap(s=>o.get(s)??[]).map(s=>s.cssText).join(`
`),n=this.#i.get(t);n.replaceSync(r),this.#o.get(t)?.forEach(s=>{r?ep(s,n):ta(s)})}get#s(){let t=new Set;for(let e of[this.#t,document])t=t.union(new Set(e.styleSheets)),t=t.union(new Set(e.adoptedStyleSheets));return[...t]}};var Ov=new Set;function Lv(i){let t=i.getRootNode();return t.host&&t.host.constructor.version?Lv(t.host):t}var Et=i=>class extends i{static finalize(){super.finalize();let e=op(this.lumoInjector);this.is&&!Ov.has(e)&&(Ov.add(e),or({name:e,syntax:"<number>",inherits:!0,initialValue:"0"}))}static get lumoInjector(){return{is:this.is,includeBaseStyles:!1}}connectedCallback(){super.connectedCallback();let e=Lv(this);e.__lumoInjectorDisabled||this.isConnected&&(e.__lumoInjector||=new ea(e),this.__lumoInjector=e.__lumoInjector,this.__lumoInjector.componentConnected(this))}disconnectedCallback(){super.disconnectedCallback(),this.__lumoInjector&&(this.__lumoInjector.componentDisconnected(this),this.__lumoInjector=void 0)}};var Mv=i=>class extends i{static get properties(){return{_theme:{type:String,readOnly:!0}}}static get observedAttributes(){return[...super.observedAttributes,"theme"]}attributeChangedCallback(e,o,r){super.attributeChangedCallback(e,o,r),e==="theme"&&this._set_theme(r)}};var rp=[],Gx=new Set,Yx=new Set;function Xx(i){return i&&Object.prototype.hasOwnProperty.call(i,"__themes")}function Zx(i,t){return(i||"").split(" ").some(e=>new RegExp(`^${e.split("*").join(".*")}$`,"u").test(t))}function Jx(i){return i.map(t=>t.cssText).join(`
`)}var Qx="vaadin-themable-mixin-style";function t_(i,t){let e=document.createElement("style");e.id=Qx,e.textContent=Jx(i),t.content.appendChild(e)}function e_(i=""){let t=0;return i.startsWith("lumo-")||i.startsWith("material-")?t=1:i.startsWith("vaadin-")&&(t=2),t}function Pv(i){let t=[];return i.include&&[].concat(i.include).forEach(e=>{let o=rp.find(r=>r.moduleId===e);o?t.push(...Pv(o),...o.styles):console.warn(`Included moduleId ${e} not found in style registry`)},i.styles),t}function i_(i){let t=`${i}-default-theme`,e=rp.filter(o=>o.moduleId!==t&&Zx(o.themeFor,i)).map(o=>({...o,styles:[...Pv(o),...o.styles],includePriority:e_(o.moduleId)})).sort((o,r)=>r.includePriority-o.includePriority);return e.length>0?e:rp.filter(o=>o.moduleId===t)}var At=i=>class extends Mv(i){constructor(){super(),Gx.add(new WeakRef(this))}static finalize(){if(super.finalize(),this.is&&Yx.add(this.is),this.elementStyles)return;let e=this.prototype._template;!e||Xx(this)||t_(this.getStylesForThis(),e)}static finalizeStyles(e){return this.baseStyles=e?[e].flat(1/0):[],this.themeStyles=this.getStylesForThis(),[...this.baseStyles,...this.themeStyles]}static getStylesForThis(){let e=i.__themes||[],o=Object.getPrototypeOf(this.prototype),r=(o?o.constructor.__themes:[])||[];this.__themes=[...e,...r,...i_(this.is)];let n=this.__themes.flatMap(s=>s.styles);return n.filter((s,a)=>a===n.lastIndexOf(s))}};["--vaadin-text-color","--vaadin-text-color-disabled","--vaadin-text-color-secondary","--vaadin-border-color","--vaadin-border-color-secondary","--vaadin-background-color"].forEach(i=>{or({name:i,syntax:"<color>",inherits:!0,initialValue:"transparent"})});Ev("vaadin-base",_`
    @layer vaadin.base {
      html {
        /* Background color */
        --vaadin-background-color: light-dark(#fff, #222);

        /* Container colors */
        --vaadin-background-container: color-mix(in oklab, var(--vaadin-text-color) 5%, var(--vaadin-background-color));
        --vaadin-background-container-strong: color-mix(
          in oklab,
          var(--vaadin-text-color) 10%,
          var(--vaadin-background-color)
        );

        /* Border colors */
        --vaadin-border-color-secondary: color-mix(in oklab, var(--vaadin-text-color) 24%, transparent);
        --vaadin-border-color: color-mix(in oklab, var(--vaadin-text-color) 48%, transparent); /* Above 3:1 contrast */

        /* Text colors */
        /* Above 3:1 contrast */
        --vaadin-text-color-disabled: color-mix(in oklab, var(--vaadin-text-color) 48%, transparent);
        /* Above 4.5:1 contrast */
        --vaadin-text-color-secondary: color-mix(in oklab, var(--vaadin-text-color) 68%, transparent);
        /* Above 7:1 contrast */
        --vaadin-text-color: light-dark(#1f1f1f, white);

        /* Padding */
        --vaadin-padding-xs: 6px;
        --vaadin-padding-s: 8px;
        --vaadin-padding-m: 12px;
        --vaadin-padding-l: 16px;
        --vaadin-padding-xl: 24px;
        --vaadin-padding-block-container: var(--vaadin-padding-xs);
        --vaadin-padding-inline-container: var(--vaadin-padding-s);

        /* Gap/spacing */
        --vaadin-gap-xs: 6px;
        --vaadin-gap-s: 8px;
        --vaadin-gap-m: 12px;
        --vaadin-gap-l: 16px;
        --vaadin-gap-xl: 24px;

        /* Border radius */
        --vaadin-radius-s: 3px;
        --vaadin-radius-m: 6px;
        --vaadin-radius-l: 12px;

        /* Focus outline */
        --vaadin-focus-ring-width: 2px;
        --vaadin-focus-ring-color: var(--vaadin-text-color);

        /* Icons, used as mask-image */
        --_vaadin-icon-arrow-up: url('data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" fill="none" viewBox="0 0 24 24" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="m5 12 7-7 7 7"/><path d="M12 19V5"/></svg>');
        --_vaadin-icon-calendar: url('data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="M8 2v4"/><path d="M16 2v4"/><rect width="18" height="18" x="3" y="4" rx="2"/><path d="M3 10h18"/></svg>');
        --_vaadin-icon-checkmark: url('data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" fill="none" viewBox="0 0 24 24" stroke-width="2.5" stroke="currentColor"><path stroke-linecap="round" stroke-linejoin="round" d="m4.5 12.75 6 6 9-13.5" /></svg>');
        --_vaadin-icon-checkmark-small: url('data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" fill="none" viewBox="0 0 24 24" stroke-width="3.5" stroke="currentColor"><path stroke-linecap="round" stroke-linejoin="round" d="m4.5 12.75 6 6 9-13.5" /></svg>');
        --_vaadin-icon-chevron-down: url('data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="m6 9 6 6 6-6"/></svg>');
        --_vaadin-icon-chevron-right: url('data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="m9 18 6-6-6-6"/></svg>');
        --_vaadin-icon-clock: url('data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="M12 6v6l4 2"/><circle cx="12" cy="12" r="10"/></svg>');
        --_vaadin-icon-cross: url('data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" fill="none" viewBox="0 0 24 24" stroke-width="2" stroke="currentColor"><path stroke-linecap="round" stroke-linejoin="round" d="M6 18 18 6M6 6l12 12" /></svg>');
        --_vaadin-icon-cross-small: url('data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" fill="none" viewBox="0 0 24 24" stroke-width="3.5" stroke="currentColor"><path stroke-linecap="round" stroke-linejoin="round" d="M6 18 18 6M6 6l12 12" /></svg>');
        --_vaadin-icon-drag: url('data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none"><path d="M11 7c0 .82843-.6716 1.5-1.5 1.5C8.67157 8.5 8 7.82843 8 7s.67157-1.5 1.5-1.5c.8284 0 1.5.67157 1.5 1.5Zm0 5c0 .8284-.6716 1.5-1.5 1.5-.82843 0-1.5-.6716-1.5-1.5s.67157-1.5 1.5-1.5c.8284 0 1.5.6716 1.5 1.5Zm0 5c0 .8284-.6716 1.5-1.5 1.5-.82843 0-1.5-.6716-1.5-1.5s.67157-1.5 1.5-1.5c.8284 0 1.5.6716 1.5 1.5Zm5-10c0 .82843-.6716 1.5-1.5 1.5S13 7.82843 13 7s.6716-1.5 1.5-1.5S16 6.17157 16 7Zm0 5c0 .8284-.6716 1.5-1.5 1.5S13 12.8284 13 12s.6716-1.5 1.5-1.5 1.5.6716 1.5 1.5Zm0 5c0 .8284-.6716 1.5-1.5 1.5S13 17.8284 13 17s.6716-1.5 1.5-1.5 1.5.6716 1.5 1.5Z" fill="currentColor"/></svg>');
        --_vaadin-icon-ellipsis: url('data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" fill="none" viewBox="0 0 24 24" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><circle cx="12" cy="12" r="1"/><circle cx="19" cy="12" r="1"/><circle cx="5" cy="12" r="1"/></svg>');
        --_vaadin-icon-eye: url('data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" fill="none" viewBox="0 0 24 24" stroke-width="2" stroke="currentColor"><path stroke-linecap="round" stroke-linejoin="round" d="M2.036 12.322a1.012 1.012 0 0 1 0-.639C3.423 7.51 7.36 4.5 12 4.5c4.638 0 8.573 3.007 9.963 7.178.07.207.07.431 0 .639C20.577 16.49 16.64 19.5 12 19.5c-4.638 0-8.573-3.007-9.963-7.178Z" /><path stroke-linecap="round" stroke-linejoin="round" d="M15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0Z" /></svg>');
        --_vaadin-icon-eye-slash: url('data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" fill="none" viewBox="0 0 24 24" stroke-width="2" stroke="currentColor"><path stroke-linecap="round" stroke-linejoin="round" d="M3.98 8.223A10.477 10.477 0 0 0 1.934 12C3.226 16.338 7.244 19.5 12 19.5c.993 0 1.953-.138 2.863-.395M6.228 6.228A10.451 10.451 0 0 1 12 4.5c4.756 0 8.773 3.162 10.065 7.498a10.522 10.522 0 0 1-4.293 5.774M6.228 6.228 3 3m3.228 3.228 3.65 3.65m7.894 7.894L21 21m-3.228-3.228-3.65-3.65m0 0a3 3 0 1 0-4.243-4.243m4.242 4.242L9.88 9.88" /></svg>');
        --_vaadin-icon-file: url('data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="M15 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V7Z"/><path d="M14 2v4a2 2 0 0 0 2 2h4"/></svg>');
        --_vaadin-icon-fullscreen: url('data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" fill="none" viewBox="0 0 24 24" stroke-width="1.5" stroke="currentColor"><path stroke-linecap="round" stroke-linejoin="round" d="M3.75 3.75v4.5m0-4.5h4.5m-4.5 0L9 9M3.75 20.25v-4.5m0 4.5h4.5m-4.5 0L9 15M20.25 3.75h-4.5m4.5 0v4.5m0-4.5L15 9m5.25 11.25h-4.5m4.5 0v-4.5m0 4.5L15 15" /></svg>');
        --_vaadin-icon-image: url('data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><rect width="18" height="18" x="3" y="3" rx="2" ry="2"/><circle cx="9" cy="9" r="2"/><path d="m21 15-3.086-3.086a2 2 0 0 0-2.828 0L6 21"/></svg>');
        --_vaadin-icon-link: url('data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="M10 13a5 5 0 0 0 7.54.54l3-3a5 5 0 0 0-7.07-7.07l-1.72 1.71"/><path d="M14 11a5 5 0 0 0-7.54-.54l-3 3a5 5 0 0 0 7.07 7.07l1.71-1.71"/></svg>');
        --_vaadin-icon-menu: url('data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" fill="none" viewBox="0 0 24 24" stroke-width="2" stroke="currentColor"><path stroke-linecap="round" stroke-linejoin="round" d="M3.75 6.75h16.5M3.75 12h16.5m-16.5 5.25h16.5" /></svg>');
        --_vaadin-icon-minus: url('data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="M5 12h14"/></svg>');
        --_vaadin-icon-paper-airplane: url('data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" fill="none" viewBox="0 0 24 24" stroke-width="2" stroke="currentColor"><path stroke-linecap="round" stroke-linejoin="round" d="M6 12 3.269 3.125A59.769 59.769 0 0 1 21.485 12 59.768 59.768 0 0 1 3.27 20.875L5.999 12Zm0 0h7.5" /></svg>');
        --_vaadin-icon-pen: url('data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/><path d="m15 5 4 4"/></svg>');
        --_vaadin-icon-play: url('data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" fill="none" viewBox="0 0 24 24" stroke-width="2" stroke="currentColor"><path stroke-linecap="round" stroke-linejoin="round" d="M5.25 5.653c0-.856.917-1.398 1.667-.986l11.54 6.347a1.125 1.125 0 0 1 0 1.972l-11.54 6.347a1.125 1.125 0 0 1-1.667-.986V5.653Z" /></svg>');
        --_vaadin-icon-plus: url('data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="M5 12h14"/><path d="M12 5v14"/></svg>');
        --_vaadin-icon-redo: url('data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="M21 7v6h-6"/><path d="M3 17a9 9 0 0 1 9-9 9 9 0 0 1 6 2.3l3 2.7"/></svg>');
        --_vaadin-icon-refresh: url('data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none"><path d="M22 10C22 10 19.995 7.26822 18.3662 5.63824C16.7373 4.00827 14.4864 3 12 3C7.02944 3 3 7.02944 3 12C3 16.9706 7.02944 21 12 21C16.1031 21 19.5649 18.2543 20.6482 14.5M22 10V4M22 10H16" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>');
        --_vaadin-icon-resize: url('data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" fill="none" viewBox="0 0 24 24"><path fill-rule="evenodd" clip-rule="evenodd" d="M18.5303 7.46967c.2929.29289.2929.76777 0 1.06066L8.53033 18.5304c-.29289.2929-.76777.2929-1.06066 0s-.29289-.7678 0-1.0607L17.4697 7.46967c.2929-.29289.7677-.29289 1.0606 0Zm0 4.50003c.2929.2929.2929.7678 0 1.0607l-5.5 5.5c-.2929.2928-.7677.2928-1.0606 0-.2929-.2929-.2929-.7678 0-1.0607l5.4999-5.5c.2929-.2929.7678-.2929 1.0607 0Zm0 4.5c.2929.2928.2929.7677 0 1.0606l-1 1.0001c-.2929.2928-.7677.2929-1.0606 0-.2929-.2929-.2929-.7678 0-1.0607l1-1c.2929-.2929.7677-.2929 1.0606 0Z" fill="currentColor"/></svg>');
        --_vaadin-icon-slash: url('data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none"><rect x="13.7812" y="4.22583" width="1.5" height="16" rx="0.75" transform="rotate(20 13.7812 4.22583)" fill="currentColor"/></svg>');
        --_vaadin-icon-sort: url('data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" width="8" height="12" viewBox="0 0 8 12" fill="none"><path d="M7.49854 6.99951C7.92795 6.99951 8.15791 7.50528 7.87549 7.82861L4.37646 11.8296C4.17728 12.0571 3.82272 12.0571 3.62354 11.8296L0.125488 7.82861C-0.157248 7.50531 0.0719873 6.99956 0.501465 6.99951H7.49854ZM3.62354 0.17041C3.82275 -0.0573875 4.17725 -0.0573848 4.37646 0.17041L7.87549 4.17041C8.15825 4.49373 7.92806 5.00049 7.49854 5.00049L0.501465 4.99951C0.0719873 4.99946 -0.157248 4.49371 0.125488 4.17041L3.62354 0.17041Z" fill="black"/></svg>');
        --_vaadin-icon-undo: url('data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="M3 7v6h6"/><path d="M21 17a9 9 0 0 0-9-9 9 9 0 0 0-6 2.3L3 13"/></svg>');
        --_vaadin-icon-upload: url('data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="M12 3v12"/><path d="m17 8-5-5-5 5"/><path d="M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4"/></svg>');
        --_vaadin-icon-user: url('data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="M19 21v-2a4 4 0 0 0-4-4H9a4 4 0 0 0-4 4v2"/><circle cx="12" cy="7" r="4"/></svg>');
        --_vaadin-icon-warn: url('data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3"/><path d="M12 9v4"/><path d="M12 17h.01"/></svg>');

        /* Cursors for interactive elements */
        --vaadin-clickable-cursor: pointer;
        --vaadin-disabled-cursor: not-allowed;

        /* Use units so that the values can be used in calc() */
        --safe-area-inset-top: env(safe-area-inset-top, 0px);
        --safe-area-inset-right: env(safe-area-inset-right, 0px);
        --safe-area-inset-bottom: env(safe-area-inset-bottom, 0px);
        --safe-area-inset-left: env(safe-area-inset-left, 0px);
        --safe-area-inset-inline-start: var(--safe-area-inset-left);
        --safe-area-inset-inline-end: var(--safe-area-inset-right);

        &:dir(rtl) {
          --safe-area-inset-inline-start: var(--safe-area-inset-right);
          --safe-area-inset-inline-end: var(--safe-area-inset-left);
        }
      }

      @supports not (color: hsl(0 0 0)) {
        html {
          --_vaadin-safari-17-deg: 1deg;
        }
      }

      @media (forced-colors: active) {
        html {
          --vaadin-background-color: Canvas;
          --vaadin-border-color: CanvasText;
          --vaadin-border-color-secondary: CanvasText;
          --vaadin-text-color-disabled: CanvasText;
          --vaadin-text-color-secondary: CanvasText;
          --vaadin-text-color: CanvasText;
          --vaadin-icon-color: CanvasText;
          --vaadin-focus-ring-color: Highlight;
        }
      }
    }
  `);var Rv=_`
  :host {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    text-align: center;
    gap: var(--vaadin-button-gap, 0 var(--vaadin-gap-s));
    white-space: var(--vaadin-button-label-wrap, normal);
    -webkit-tap-highlight-color: transparent;
    -webkit-user-select: none;
    user-select: none;
    cursor: var(--vaadin-clickable-cursor);
    box-sizing: border-box;
    flex-shrink: 0;
    height: var(--vaadin-button-height, fit-content);
    margin: var(--vaadin-button-margin, 0);
    padding: var(--vaadin-button-padding, var(--vaadin-padding-block-container) var(--vaadin-padding-inline-container));
    font-family: var(--vaadin-button-font-family, inherit);
    font-size: var(--vaadin-button-font-size, inherit);
    line-height: var(--vaadin-button-line-height, inherit);
    font-weight: var(--vaadin-button-font-weight, 500);
    color: var(--vaadin-button-text-color, var(--vaadin-text-color));
    background: var(--vaadin-button-background, var(--vaadin-background-container));
    background-origin: border-box;
    border: var(--vaadin-button-border-width, 1px) solid
      var(--vaadin-button-border-color, var(--vaadin-border-color-secondary));
    border-radius: var(--vaadin-button-border-radius, var(--vaadin-radius-m));
    touch-action: manipulation;
  }

  :host([hidden]) {
    display: none !important;
  }

  .vaadin-button-container,
  [part='prefix'],
  [part='suffix'] {
    display: contents;
  }

  [part='label'] {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  :host(:is([focus-ring], :focus-visible)) {
    outline: var(--vaadin-focus-ring-width) solid var(--vaadin-focus-ring-color);
    outline-offset: 1px;
  }

  :host([theme~='primary']) {
    --vaadin-button-background: var(--vaadin-text-color);
    --vaadin-button-text-color: var(--vaadin-background-color);
    --vaadin-button-border-color: transparent;
  }

  :host([theme~='tertiary']) {
    background: transparent;
    border-color: transparent;
  }

  :host([disabled]) {
    pointer-events: var(--_vaadin-button-disabled-pointer-events, none);
    cursor: var(--vaadin-disabled-cursor);
    opacity: 0.5;
  }

  :host([disabled][theme~='primary']) {
    --vaadin-button-text-color: var(--vaadin-background-container-strong);
    --vaadin-button-background: var(--vaadin-text-color-disabled);
  }

  @media (forced-colors: active) {
    :host {
      --vaadin-button-border-width: 1px;
      --vaadin-button-background: ButtonFace;
      --vaadin-button-text-color: ButtonText;
    }

    :host([theme~='primary']) {
      forced-color-adjust: none;
      --vaadin-button-background: CanvasText;
      --vaadin-button-text-color: Canvas;
      --vaadin-icon-color: Canvas;
    }

    ::slotted(*) {
      forced-color-adjust: auto;
    }

    :host([disabled]) {
      --vaadin-button-background: transparent !important;
      --vaadin-button-border-color: GrayText !important;
      --vaadin-button-text-color: GrayText !important;
      opacity: 1;
    }
  }
`;var o_=!1,r_=i=>i,cp=typeof document.head.style.touchAction=="string",ap="__polymerGestures",np="__polymerGesturesHandled",lp="__polymerGesturesTouchAction",zv=25,Nv=5,n_=2,s_=["mousedown","mousemove","mouseup","click"],a_=[0,1,4,2],l_=(function(){try{return new MouseEvent("test",{buttons:1}).buttons===1}catch{return!1}})();function dp(i){return s_.indexOf(i)>-1}var Fv=!1;(function(){try{let i=Object.defineProperty({},"passive",{get(){Fv=!0}});window.addEventListener("test",null,i),window.removeEventListener("test",null,i)}catch{}})();function c_(i){if(!(dp(i)||i==="touchend")&&cp&&Fv&&o_)return{passive:!0}}var d_=navigator.userAgent.match(/iP(?:[oa]d|hone)|Android/u),p_={button:!0,command:!0,fieldset:!0,input:!0,keygen:!0,optgroup:!0,option:!0,select:!0,textarea:!0};function co(i){let t=i.type;if(!dp(t))return!1;if(t==="mousemove"){let o=i.buttons??1;return i instanceof window.MouseEvent&&!l_&&(o=a_[i.which]||0),!!(o&1)}return(i.button??0)===0}function u_(i){if(i.type==="click"){if(i.detail===0)return!0;let t=$i(i);if(!t.nodeType||t.nodeType!==Node.ELEMENT_NODE)return!0;let e=t.getBoundingClientRect(),o=i.pageX,r=i.pageY;return!(o>=e.left&&o<=e.right&&r>=e.top&&r<=e.bottom)}return!1}var ei={mouse:{target:null,mouseIgnoreJob:null},touch:{x:0,y:0,id:-1,scrollDecided:!1}};function h_(i){let t="auto",e=Vv(i);for(let o=0,r;o<e.length;o++)if(r=e[o],r[lp]){t=r[lp];break}return t}function Hv(i,t,e){i.movefn=t,i.upfn=e,document.addEventListener("mousemove",t),document.addEventListener("mouseup",e)}function rr(i){document.removeEventListener("mousemove",i.movefn),document.removeEventListener("mouseup",i.upfn),i.movefn=null,i.upfn=null}var Vv=window.ShadyDOM&&window.ShadyDOM.noPatch?window.ShadyDOM.composedPath:i=>i.composedPath&&i.composedPath()||[],pp={},lo=[];function m_(i,t){let e=document.elementFromPoint(i,t),o=e;for(;o?.shadowRoot&&!window.ShadyDOM;){let r=o;if(o=o.shadowRoot.elementFromPoint(i,t),r===o)break;o&&(e=o)}return e}function $i(i){let t=Vv(i);return t.length>0?t[0]:i.target}function f_(i){let t=i.type,o=i.currentTarget[ap];if(!o)return;let r=o[t];if(!r)return;if(!i[np]&&(i[np]={},t.startsWith("touch"))){let s=i.changedTouches[0];if(t==="touchstart"&&i.touches.length===1&&(ei.touch.id=s.identifier),ei.touch.id!==s.identifier)return;cp||(t==="touchstart"||t==="touchmove")&&v_(i)}let n=i[np];if(!n.skip){for(let s=0,a;s<lo.length;s++)a=lo[s],r[a.name]&&!n[a.name]&&a.flow&&a.flow.start.indexOf(i.type)>-1&&a.reset&&a.reset();for(let s=0,a;s<lo.length;s++)a=lo[s],r[a.name]&&!n[a.name]&&(n[a.name]=!0,a[t](i))}}function v_(i){let t=i.changedTouches[0],e=i.type;if(e==="touchstart")ei.touch.x=t.clientX,ei.touch.y=t.clientY,ei.touch.scrollDecided=!1;else if(e==="touchmove"){if(ei.touch.scrollDecided)return;ei.touch.scrollDecided=!0;let o=h_(i),r=!1,n=Math.abs(ei.touch.x-t.clientX),s=Math.abs(ei.touch.y-t.clientY);i.cancelable&&(o==="none"?r=!0:o==="pan-x"?r=s>n:o==="pan-y"&&(r=n>s)),r?i.preventDefault():ia("track")}}function up(i,t,e){return pp[t]?(g_(i,t,e),!0):!1}function g_(i,t,e){let o=pp[t],r=o.deps,n=o.name,s=i[ap];s||(i[ap]=s={});for(let a=0,l,c;a<r.length;a++)l=r[a],!(d_&&dp(l)&&l!=="click")&&(c=s[l],c||(s[l]=c={_count:0}),c._count===0&&i.addEventListener(l,f_,c_(l)),c[n]=(c[n]||0)+1,c._count=(c._count||0)+1);i.addEventListener(t,e),o.touchAction&&y_(i,o.touchAction)}function hp(i){lo.push(i),i.emits.forEach(t=>{pp[t]=i})}function b_(i){for(let t=0,e;t<lo.length;t++){e=lo[t];for(let o=0,r;o<e.emits.length;o++)if(r=e.emits[o],r===i)return e}return null}function y_(i,t){cp&&i instanceof HTMLElement&&uv.run(()=>{i.style.touchAction=t}),i[lp]=t}function mp(i,t,e){let o=new Event(t,{bubbles:!0,cancelable:!0,composed:!0});if(o.detail=e,r_(i).dispatchEvent(o),o.defaultPrevented){let r=e.preventer||e.sourceEvent;r?.preventDefault&&r.preventDefault()}}function ia(i){let t=b_(i);t.info&&(t.info.prevent=!0)}hp({name:"downup",deps:["mousedown","touchstart","touchend"],flow:{start:["mousedown","touchstart"],end:["mouseup","touchend"]},emits:["down","up"],info:{movefn:null,upfn:null},reset(){rr(this.info)},mousedown(i){if(!co(i))return;let t=$i(i),e=this,o=n=>{co(n)||(bn("up",t,n),rr(e.info))},r=n=>{co(n)&&bn("up",t,n),rr(e.info)};Hv(this.info,o,r),bn("down",t,i)},touchstart(i){bn("down",$i(i),i.changedTouches[0],i)},touchend(i){bn("up",$i(i),i.changedTouches[0],i)}});function bn(i,t,e,o){t&&mp(t,i,{x:e.clientX,y:e.clientY,sourceEvent:e,preventer:o,prevent(r){return ia(r)}})}hp({name:"track",touchAction:"none",deps:["mousedown","touchstart","touchmove","touchend"],flow:{start:["mousedown","touchstart"],end:["mouseup","touchend"]},emits:["track"],info:{x:0,y:0,state:"start",started:!1,moves:[],addMove(i){this.moves.length>n_&&this.moves.shift(),this.moves.push(i)},movefn:null,upfn:null,prevent:!1},reset(){this.info.state="start",this.info.started=!1,this.info.moves=[],this.info.x=0,this.info.y=0,this.info.prevent=!1,rr(this.info)},mousedown(i){if(!co(i))return;let t=$i(i),e=this,o=n=>{let s=n.clientX,a=n.clientY;Dv(e.info,s,a)&&(e.info.state=e.info.started?n.type==="mouseup"?"end":"track":"start",e.info.state==="start"&&ia("tap"),e.info.addMove({x:s,y:a}),co(n)||(e.info.state="end",rr(e.info)),t&&sp(e.info,t,n),e.info.started=!0)},r=n=>{e.info.started&&o(n),rr(e.info)};Hv(this.info,o,r),this.info.x=i.clientX,this.info.y=i.clientY},touchstart(i){let t=i.changedTouches[0];this.info.x=t.clientX,this.info.y=t.clientY},touchmove(i){let t=$i(i),e=i.changedTouches[0],o=e.clientX,r=e.clientY;Dv(this.info,o,r)&&(this.info.state==="start"&&ia("tap"),this.info.addMove({x:o,y:r}),sp(this.info,t,e),this.info.state="track",this.info.started=!0)},touchend(i){let t=$i(i),e=i.changedTouches[0];this.info.started&&(this.info.state="end",this.info.addMove({x:e.clientX,y:e.clientY}),sp(this.info,t,e))}});function Dv(i,t,e){if(i.prevent)return!1;if(i.started)return!0;let o=Math.abs(i.x-t),r=Math.abs(i.y-e);return o>=Nv||r>=Nv}function sp(i,t,e){if(!t)return;let o=i.moves[i.moves.length-2],r=i.moves[i.moves.length-1],n=r.x-i.x,s=r.y-i.y,a,l=0;o&&(a=r.x-o.x,l=r.y-o.y),mp(t,"track",{state:i.state,x:e.clientX,y:e.clientY,dx:n,dy:s,ddx:a,ddy:l,sourceEvent:e,hover(){return m_(e.clientX,e.clientY)}})}hp({name:"tap",deps:["mousedown","click","touchstart","touchend"],flow:{start:["mousedown","touchstart"],end:["click","touchend"]},emits:["tap"],info:{x:NaN,y:NaN,prevent:!1},reset(){this.info.x=NaN,this.info.y=NaN,this.info.prevent=!1},mousedown(i){co(i)&&(this.info.x=i.clientX,this.info.y=i.clientY)},click(i){co(i)&&Bv(this.info,i)},touchstart(i){let t=i.changedTouches[0];this.info.x=t.clientX,this.info.y=t.clientY},touchend(i){Bv(this.info,i.changedTouches[0],i)}});function Bv(i,t,e){let o=Math.abs(t.clientX-i.x),r=Math.abs(t.clientY-i.y),n=$i(e||t);!n||p_[n.localName]&&n.hasAttribute("disabled")||(isNaN(o)||isNaN(r)||o<=zv&&r<=zv||u_(t))&&(i.prevent||mp(n,"tap",{x:t.clientX,y:t.clientY,sourceEvent:t,preventer:e}))}var x_=i=>class extends i{static get properties(){return{disabled:{type:Boolean,value:!1,observer:"_disabledChanged",reflectToAttribute:!0,sync:!0}}}_disabledChanged(e){this._setAriaDisabled(e)}_setAriaDisabled(e){Ft(this,"aria-disabled",e)}click(){this.disabled||super.click()}},nr=ht(x_);var __=i=>class extends i{ready(){super.ready(),this.addEventListener("keydown",e=>{this._onKeyDown(e)}),this.addEventListener("keyup",e=>{this._onKeyUp(e)})}_onKeyDown(e){switch(e.key){case"Enter":this._onEnter(e);break;case"Escape":this._onEscape(e);break;default:break}}_onKeyUp(e){}_onEnter(e){}_onEscape(e){}},Ne=ht(__);var sr=i=>class extends nr(Ne(i)){get _activeKeys(){return[" "]}ready(){super.ready(),up(this,"down",e=>{this._shouldSetActive(e)&&this._setActive(!0)}),up(this,"up",()=>{this._setActive(!1)})}disconnectedCallback(){super.disconnectedCallback(),this._setActive(!1)}_shouldSetActive(e){return!this.disabled}_onKeyDown(e){super._onKeyDown(e),this._shouldSetActive(e)&&this._activeKeys.includes(e.key)&&(this._setActive(!0),document.addEventListener("keyup",o=>{this._activeKeys.includes(o.key)&&this._setActive(!1)},{once:!0}))}_setActive(e){this.toggleAttribute("active",e)}};var vp=!1;window.addEventListener("keydown",()=>{vp=!0},{capture:!0});window.addEventListener("mousedown",()=>{vp=!1},{capture:!0});function yn(){let i=document.activeElement||document.body;for(;i.shadowRoot&&i.shadowRoot.activeElement;)i=i.shadowRoot.activeElement;return i}function ii(){return vp}function jv(i){let t=i.style;if(t.visibility==="hidden"||t.display==="none")return!0;let e=window.getComputedStyle(i);return e.visibility==="hidden"||e.display==="none"}function w_(i,t){let e=Math.max(i.tabIndex,0),o=Math.max(t.tabIndex,0);return e===0||o===0?o>e:e>o}function k_(i,t){let e=[];for(;i.length>0&&t.length>0;)w_(i[0],t[0])?e.push(t.shift()):e.push(i.shift());return e.concat(i,t)}function fp(i){let t=i.length;if(t<2)return i;let e=Math.ceil(t/2),o=fp(i.slice(0,e)),r=fp(i.slice(e));return k_(o,r)}function po(i){return i.checkVisibility?!i.checkVisibility({visibilityProperty:!0}):i.offsetParent===null&&i.clientWidth===0&&i.clientHeight===0?!0:jv(i)}function C_(i){return i.matches("input, select, textarea, button, object")?i.matches(":not([disabled])"):i.matches("a[href], area[href], iframe, [tabindex], [contentEditable]")}function Ti(i){return i.getRootNode().activeElement===i}function E_(i){if(!C_(i))return-1;let t=i.getAttribute("tabindex")||0;return Number(t)}function Uv(i,t){if(i.nodeType!==Node.ELEMENT_NODE||jv(i))return!1;let e=i,o=E_(e),r=o>0;o>=0&&t.push(e);let n;return e.localName==="slot"?n=e.assignedNodes({flatten:!0}):n=(e.shadowRoot||e).children,[...n].forEach(s=>{r=Uv(s,t)||r}),r}function oa(i){let t=[];return Uv(i,t)?fp(t):t}var A_=i=>class extends i{get _keyboardActive(){return ii()}ready(){this.addEventListener("focusin",e=>{this._shouldSetFocus(e)&&this._setFocused(!0)}),this.addEventListener("focusout",e=>{this._shouldRemoveFocus(e)&&this._setFocused(!1)}),super.ready()}disconnectedCallback(){super.disconnectedCallback(),this.hasAttribute("focused")&&this._setFocused(!1)}focus(e){super.focus(e),e?.focusVisible!==!1&&this.setAttribute("focus-ring","")}_setFocused(e){this.toggleAttribute("focused",e),this.toggleAttribute("focus-ring",e&&this._keyboardActive)}_shouldSetFocus(e){return!0}_shouldRemoveFocus(e){return!0}},ar=ht(A_);var ra=i=>class extends nr(i){static get properties(){return{tabindex:{type:Number,reflectToAttribute:!0,observer:"_tabindexChanged",sync:!0},_lastTabIndex:{type:Number}}}_disabledChanged(e,o){super._disabledChanged(e,o),!this.__shouldAllowFocusWhenDisabled()&&(e?(this.tabindex!==void 0&&(this._lastTabIndex=this.tabindex),this.setAttribute("tabindex","-1")):o&&(this._lastTabIndex!==void 0?this.setAttribute("tabindex",this._lastTabIndex):this.tabindex=void 0))}_tabindexChanged(e){this.__shouldAllowFocusWhenDisabled()||this.disabled&&e!==-1&&(this._lastTabIndex=e,this.setAttribute("tabindex","-1"))}focus(e){(!this.disabled||this.__shouldAllowFocusWhenDisabled())&&super.focus(e)}__shouldAllowFocusWhenDisabled(){return!1}};var S_=["mousedown","mouseup","click","dblclick","keypress","keydown","keyup"],na=i=>class extends sr(ra(ar(i))){constructor(){super(),this.__onInteractionEvent=this.__onInteractionEvent.bind(this),S_.forEach(e=>{this.addEventListener(e,this.__onInteractionEvent,!0)}),this.tabindex=0}get _activeKeys(){return["Enter"," "]}ready(){super.ready(),this.hasAttribute("role")||this.setAttribute("role","button"),this.__shouldAllowFocusWhenDisabled()&&this.style.setProperty("--_vaadin-button-disabled-pointer-events","auto")}_onKeyDown(e){super._onKeyDown(e),!(e.altKey||e.shiftKey||e.ctrlKey||e.metaKey)&&this._activeKeys.includes(e.key)&&(e.preventDefault(),this.click())}__onInteractionEvent(e){this.__shouldSuppressInteractionEvent(e)&&e.stopImmediatePropagation()}__shouldSuppressInteractionEvent(e){return this.disabled}};var gp=class extends na(Si(At(Ct(Et(T))))){static get is(){return"vaadin-button"}static get styles(){return Rv}static get properties(){return{disabled:{type:Boolean,value:!1,observer:"_disabledChanged",reflectToAttribute:!0,sync:!0}}}render(){return y`
      <div class="vaadin-button-container" role="presentation">
        <span part="prefix" aria-hidden="true">
          <slot name="prefix"></slot>
        </span>
        <span part="label">
          <slot></slot>
        </span>
        <span part="suffix" aria-hidden="true">
          <slot name="suffix"></slot>
        </span>

        <slot name="tooltip"></slot>
      </div>
    `}ready(){super.ready(),this._tooltipController=new ze(this),this.addController(this._tooltipController)}__shouldAllowFocusWhenDisabled(){return window.Vaadin.featureFlags.accessibleDisabledButtons}};kt(gp);var qv=(i,t=i)=>_`
  :host {
    align-items: baseline;
    column-gap: var(--vaadin-${P(t)}-gap, var(--vaadin-gap-s));
    grid-template: none;
    grid-template-columns: auto 1fr;
    grid-template-rows: repeat(auto-fill, minmax(0, max-content));
    -webkit-tap-highlight-color: transparent;
    --_cursor: var(--vaadin-clickable-cursor);
    --_marker-color: var(--vaadin-${P(t)}-marker-color, var(--vaadin-${P(t)}-background, var(--vaadin-background-color)));
    --_marker-filter: var(--vaadin-${P(t)}-marker-color, saturate(0) invert(1) hue-rotate(180deg) contrast(100) brightness(100));
  }

  :host(:not([has-label])) {
    column-gap: 0;
  }

  [part='${P(i)}'],
  ::slotted(input),
  [part='label'],
  ::slotted(label) {
    grid-row: 1;
  }

  [part='label'],
  ::slotted(label) {
    font-size: var(--vaadin-${P(t)}-label-font-size, var(--vaadin-input-field-label-font-size, inherit));
    line-height: var(--vaadin-${P(t)}-label-line-height, var(--vaadin-input-field-label-line-height, inherit));
    font-weight: var(--vaadin-${P(t)}-label-font-weight, var(--vaadin-input-field-label-font-weight, 500));
    color: var(--vaadin-${P(t)}-label-color, var(--vaadin-input-field-label-color, var(--vaadin-text-color)));
    word-break: break-word;
    cursor: var(--_cursor);
  }

  [part='${P(i)}'],
  ::slotted(input) {
    grid-column: 1;
  }

  [part='label'],
  [part='helper-text'],
  [part='error-message'] {
    margin-bottom: 0;
    grid-column: 2;
    width: auto;
    min-width: auto;
  }

  [part='helper-text'],
  [part='error-message'] {
    margin-top: var(--_gap-s);
    grid-row: auto;
  }

  /* Baseline vertical alignment */
  :host::before {
    grid-row: 1;
    margin: 0;
    padding: 0;
    border: 0;
  }

  /* visually hidden */
  ::slotted(input) {
    cursor: inherit;
    align-self: stretch;
    appearance: none;
    cursor: var(--_cursor);
    /* Ensure minimum click target (WCAG) */
    margin: min(0px, (24px - 100%) / -2) !important;
    /* Extend the input to cover the gap between the checkbox/radio and label */
    margin-inline-end: calc(min(0px, (24px - 100%) / -2) - var(--vaadin-${P(t)}-gap, var(--vaadin-gap-s))) !important;
  }

  /* Control container (checkbox, radio button) */
  [part='${P(i)}'] {
    background: var(--vaadin-${P(t)}-background, var(--vaadin-background-color));
    border-color: var(--vaadin-${P(t)}-border-color, var(--vaadin-input-field-border-color, var(--vaadin-border-color)));
    border-radius: var(--vaadin-${P(t)}-border-radius, var(--vaadin-radius-s));
    border-style: var(--_border-style, solid);
    --_border-width: var(--vaadin-${P(t)}-border-width, var(--vaadin-input-field-border-width, 1px));
    border-width: var(--_border-width);
    box-sizing: border-box;
    color: var(--_marker-color);
    height: var(--vaadin-${P(t)}-size, round(1.125em, 2px));
    width: var(--vaadin-${P(t)}-size, round(1.125em, 2px));
    position: relative;
    cursor: var(--_cursor);
    display: flex;
    align-items: center;
    justify-content: center;
  }

  :host(:is([checked], [indeterminate])) {
    --vaadin-${P(t)}-background: var(--vaadin-text-color);
    --vaadin-${P(t)}-border-color: transparent;
  }

  :host([readonly]) {
    --vaadin-${P(i)}-background: transparent;
    --vaadin-${P(i)}-border-color: var(--vaadin-border-color);
    --vaadin-${P(i)}-marker-color: var(--vaadin-text-color);
    --_border-style: dashed;
    --_cursor: var(--vaadin-disabled-cursor);

    [part='label'],
    ::slotted(label) {
      cursor: default;
    }
  }

  :host([disabled]) {
    --vaadin-${P(t)}-background: var(--vaadin-input-field-disabled-background, var(--vaadin-background-container-strong));
    --vaadin-${P(t)}-border-color: transparent;
    --vaadin-${P(t)}-marker-color: var(--vaadin-text-color-disabled);
    --_cursor: var(--vaadin-disabled-cursor);
  }

  /* Focus ring */
  :host([focus-ring]) [part='${P(i)}'] {
    outline: var(--vaadin-focus-ring-width) solid var(--vaadin-focus-ring-color);
    outline-offset: calc(var(--_border-width) * -1);
  }

  :host([focus-ring]:is([checked], [indeterminate])) [part='${P(i)}'] {
    outline-offset: 1px;
  }

  :host([readonly][focus-ring]) [part='${P(i)}'] {
    --vaadin-${P(t)}-border-color: transparent;
    outline-offset: calc(var(--_border-width) * -1);
    outline-style: dashed;
  }

  /* Checked indicator (checkmark, dot) */
  [part='${P(i)}']::after {
    content: '\\2003' / '';
    background: currentColor;
    border-radius: inherit;
    display: flex;
    align-items: center;
    filter: var(--_marker-filter);
  }

  :host(:not([checked], [indeterminate])) [part='${P(i)}']::after {
    opacity: 0;
  }

  /* Reverse variant */
  :host([theme~='reverse']) {
    grid-template-columns: 1fr auto;

    &::before {
      display: none;
    }

    [part='label'],
    [part='helper-text'],
    [part='error-message'] {
      grid-column: 1;
    }

    [part='${P(i)}'],
    ::slotted(input) {
      grid-column: 2;
    }

    ::slotted(input) {
      margin-inline: calc(min(0px, (24px - 100%) / -2) - var(--vaadin-${P(t)}-gap, var(--vaadin-gap-s))) 0 !important;
    }
  }

  @media (forced-colors: active) {
    :host(:is([checked], [indeterminate])) {
      --vaadin-${P(t)}-border-color: CanvasText !important;
    }

    :host(:is([checked], [indeterminate])) [part='${P(i)}'] {
      background: SelectedItem !important;
    }

    :host(:is([checked], [indeterminate])) [part='${P(i)}']::after {
      background: SelectedItemText !important;
    }

    :host([readonly]) [part='${P(i)}']::after {
      background: CanvasText !important;
    }

    :host([disabled]) {
      --vaadin-${P(t)}-border-color: GrayText !important;
    }

    :host([disabled]) [part='${P(i)}']::after {
      background: GrayText !important;
    }
  }
`;var sa=_`
  :host {
    --_helper-below-field: initial;
    --_helper-above-field: ;
    --_no-helper: initial;
    --_has-helper: ;
    --_no-error: initial;
    --_has-error: ;
    --_gap: var(--vaadin-input-field-container-gap, var(--vaadin-gap-xs));
    --_gap-s: round(var(--_gap) / 3, 2px);
    display: inline-grid;
    grid-template:
      'label' auto var(--_helper-above-field, 'helper' auto) 'baseline' 0 'input' 1fr var(
        --_helper-below-field,
        'helper' auto
      )
      'error' auto / 100%;
    height: fit-content;
    outline: none;
    cursor: default;
    -webkit-tap-highlight-color: transparent;
  }

  :host([has-helper]) {
    --_has-helper: initial;
    --_no-helper: ;
  }

  :host([has-error-message]) {
    --_has-error: initial;
    --_no-error: ;
  }

  :host([hidden]) {
    display: none !important;
  }

  :host(:not([has-label])) [part='label'],
  :host(:not([has-helper])) [part='helper-text'],
  :host(:not([has-error-message])) [part='error-message'] {
    display: none;
  }

  /* Baseline alignment guide */
  :host::before {
    content: '\\2003' / '';
    grid-column: 1;
    grid-row: 1 / baseline;
    align-self: end;
    font-size: var(--vaadin-input-field-value-font-size, inherit);
    line-height: var(--vaadin-input-field-value-line-height, inherit);
    padding: var(
      --vaadin-input-field-padding,
      var(--vaadin-padding-block-container) var(--vaadin-padding-inline-container)
    );
    border: var(--vaadin-input-field-border-width, 1px) solid transparent;
    pointer-events: none;
    margin-bottom: calc(
      var(
          --vaadin-field-baseline-input-height,
          (1lh + var(--vaadin-padding-block-container) * 2 + var(--vaadin-input-field-border-width, 1px) * 2)
        ) *
        -1
    );
  }

  [class$='container'] {
    display: contents;
  }

  [part] {
    grid-column: 1;
  }

  [part='label'] {
    font-size: var(--vaadin-input-field-label-font-size, inherit);
    line-height: var(--vaadin-input-field-label-line-height, inherit);
    font-weight: var(--vaadin-input-field-label-font-weight, 500);
    color: var(--vaadin-input-field-label-color, var(--vaadin-text-color));
    word-break: break-word;
    position: relative;
    grid-area: label;
    margin-bottom: var(--_helper-below-field, var(--_gap)) var(--_helper-above-field, var(--_no-helper, var(--_gap)));
  }

  ::slotted(label) {
    cursor: inherit;
  }

  :host([disabled]) [part='label'],
  :host([disabled]) ::slotted(label) {
    opacity: 0.5;
  }

  :host([disabled]) [part='label'] ::slotted(label) {
    opacity: 1;
  }

  :host([required]) [part='label'] {
    padding-inline-end: 1em;
  }

  [part='required-indicator'] {
    display: inline-block;
    position: absolute;
    width: 1em;
    text-align: center;
    color: var(--vaadin-input-field-required-indicator-color, var(--vaadin-text-color-secondary));
  }

  [part='required-indicator']::after {
    content: var(--vaadin-input-field-required-indicator, '*');
  }

  :host(:not([required])) [part='required-indicator'] {
    display: none;
  }

  [part='label'],
  [part='helper-text'],
  [part='error-message'] {
    width: min-content;
    min-width: 100%;
    box-sizing: border-box;
  }

  [part='input-field'],
  [part='group-field'],
  [part='input-fields'] {
    grid-area: input;
  }

  [part='input-field'] {
    width: var(--vaadin-field-default-width, 12em);
    max-width: 100%;
    min-width: 100%;
  }

  :host([readonly]) [part='input-field'] {
    cursor: default;
  }

  :host([disabled]) [part='input-field'] {
    cursor: var(--vaadin-disabled-cursor);
  }

  [part='helper-text'] {
    font-size: var(--vaadin-input-field-helper-font-size, inherit);
    line-height: var(--vaadin-input-field-helper-line-height, inherit);
    font-weight: var(--vaadin-input-field-helper-font-weight, 400);
    color: var(--vaadin-input-field-helper-color, var(--vaadin-text-color-secondary));
    grid-area: helper;
    margin-top: var(--_helper-above-field, var(--_gap-s)) var(--_helper-below-field, var(--_gap));
    margin-bottom: var(--_helper-above-field, var(--_gap));
  }

  [part='error-message'] {
    font-size: var(--vaadin-input-field-error-font-size, inherit);
    line-height: var(--vaadin-input-field-error-line-height, inherit);
    font-weight: var(--vaadin-input-field-error-font-weight, 400);
    color: var(--vaadin-input-field-error-color, var(--vaadin-text-color));
    display: flex;
    gap: var(--vaadin-gap-xs);
    grid-area: error;
    margin-top: var(--_has-helper, var(--_helper-below-field, var(--_gap-s)) var(--_helper-above-field, var(--_gap)))
      var(--_no-helper, var(--_gap));
  }

  [part='error-message']::before {
    content: '';
    display: inline-block;
    flex: none;
    width: var(--vaadin-icon-size, 1lh);
    height: var(--vaadin-icon-size, 1lh);
    mask: var(--_vaadin-icon-warn) 50% / var(--vaadin-icon-visual-size, 100%) no-repeat;
    background: currentColor;
  }

  :host([theme~='helper-above-field']) {
    --_helper-above-field: initial;
    --_helper-below-field: ;
  }

  @media (forced-colors: active) {
    [part='error-message']::before {
      background: CanvasText;
    }
  }
`;var $_=_`
  [part='checkbox'] {
    color: var(--vaadin-checkbox-checkmark-color, var(--_marker-color));
  }

  [part='checkbox']::after {
    inset: 0;
    mask: var(--_vaadin-icon-checkmark) 50% /
      var(--vaadin-checkbox-checkmark-size, var(--vaadin-checkbox-marker-size, 100%)) no-repeat;
    filter: var(--vaadin-checkbox-checkmark-color, var(--_marker-filter));
  }

  :host([indeterminate]) [part='checkbox']::after {
    mask-image: var(--_vaadin-icon-minus);
  }
`,Wv=[sa,qv("checkbox"),$_];var T_=i=>class extends ar(ra(i)){static get properties(){return{autofocus:{type:Boolean},focusElement:{type:Object,readOnly:!0,observer:"_focusElementChanged",sync:!0},_lastTabIndex:{value:0}}}constructor(){super(),this._boundOnBlur=this._onBlur.bind(this),this._boundOnFocus=this._onFocus.bind(this)}ready(){super.ready(),this.autofocus&&!this.disabled&&requestAnimationFrame(()=>{this.focus()})}focus(e){this.focusElement&&!this.disabled&&(this.focusElement.focus({preventScroll:!!e?.preventScroll}),e?.focusVisible!==!1&&this.setAttribute("focus-ring",""))}blur(){this.focusElement&&this.focusElement.blur()}click(){this.focusElement&&!this.disabled&&this.focusElement.click()}_focusElementChanged(e,o){e?(e.disabled=this.disabled,this._addFocusListeners(e),this.__forwardTabIndex(this.tabindex)):o&&this._removeFocusListeners(o)}_addFocusListeners(e){e.addEventListener("blur",this._boundOnBlur),e.addEventListener("focus",this._boundOnFocus)}_removeFocusListeners(e){e.removeEventListener("blur",this._boundOnBlur),e.removeEventListener("focus",this._boundOnFocus)}_onFocus(e){e.stopPropagation(),this.dispatchEvent(new Event("focus"))}_onBlur(e){e.stopPropagation(),this.dispatchEvent(new Event("blur"))}_shouldSetFocus(e){return e.target===this.focusElement}_shouldRemoveFocus(e){return e.target===this.focusElement}_disabledChanged(e,o){super._disabledChanged(e,o),this.focusElement&&(this.focusElement.disabled=e),e&&this.blur()}_tabindexChanged(e){this.__forwardTabIndex(e)}__forwardTabIndex(e){e!==void 0&&this.focusElement&&(this.focusElement.tabIndex=e,e!==-1&&(this.tabindex=void 0)),this.disabled&&e&&(e!==-1&&(this._lastTabIndex=e),this.tabindex=void 0),e===void 0&&this.hasAttribute("tabindex")&&this.removeAttribute("tabindex")}},lr=ht(T_);var bp=new WeakMap;function I_(i){return bp.has(i)||bp.set(i,new Set),bp.get(i)}function O_(i,t){let e=document.createElement("style");e.textContent=i,t===document?document.head.appendChild(e):t.insertBefore(e,t.firstChild)}var L_=i=>class extends i{get slotStyles(){return[]}connectedCallback(){super.connectedCallback(),this.__applySlotStyles()}__applySlotStyles(){let e=this.getRootNode(),o=I_(e);this.slotStyles.forEach(r=>{o.has(r)||(O_(r,e),o.add(r))})}},aa=ht(L_);var M_=i=>class extends i{static get properties(){return{stateTarget:{type:Object,observer:"_stateTargetChanged"}}}static get delegateAttrs(){return[]}static get delegateProps(){return[]}ready(){super.ready(),this._createDelegateAttrsObserver(),this._createDelegatePropsObserver()}_stateTargetChanged(e){e&&(this._ensureAttrsDelegated(),this._ensurePropsDelegated())}_createDelegateAttrsObserver(){this._createMethodObserver(`_delegateAttrsChanged(${this.constructor.delegateAttrs.join(", ")})`)}_createDelegatePropsObserver(){this._createMethodObserver(`_delegatePropsChanged(${this.constructor.delegateProps.join(", ")})`)}_ensureAttrsDelegated(){this.constructor.delegateAttrs.forEach(e=>{this._delegateAttribute(e,this[e])})}_ensurePropsDelegated(){this.constructor.delegateProps.forEach(e=>{this._delegateProperty(e,this[e])})}_delegateAttrsChanged(...e){this.constructor.delegateAttrs.forEach((o,r)=>{this._delegateAttribute(o,e[r])})}_delegatePropsChanged(...e){this.constructor.delegateProps.forEach((o,r)=>{this._delegateProperty(o,e[r])})}_delegateAttribute(e,o){this.stateTarget&&(e==="invalid"&&this._delegateAttribute("aria-invalid",o?"true":!1),typeof o=="boolean"?this.stateTarget.toggleAttribute(e,o):Ft(this.stateTarget,e,o))}_delegateProperty(e,o){this.stateTarget&&(this.stateTarget[e]=o)}},cr=ht(M_);var P_=i=>class extends i{static get properties(){return{inputElement:{type:Object,readOnly:!0,observer:"_inputElementChanged",sync:!0},type:{type:String,readOnly:!0},value:{type:String,value:"",observer:"_valueChanged",notify:!0,sync:!0}}}constructor(){super(),this._boundOnInput=this._onInput.bind(this),this._boundOnChange=this._onChange.bind(this)}get _hasValue(){return this.value!=null&&this.value!==""}get _inputElementValueProperty(){return"value"}get _inputElementValue(){return this.inputElement?this.inputElement[this._inputElementValueProperty]:void 0}set _inputElementValue(e){this.inputElement&&(this.inputElement[this._inputElementValueProperty]=e)}clear(){this.value="",this._inputElementValue=""}_addInputListeners(e){e.addEventListener("input",this._boundOnInput),e.addEventListener("change",this._boundOnChange)}_removeInputListeners(e){e.removeEventListener("input",this._boundOnInput),e.removeEventListener("change",this._boundOnChange)}_forwardInputValue(e){this.inputElement&&(this._inputElementValue=e??"")}_inputElementChanged(e,o){e?this._addInputListeners(e):o&&this._removeInputListeners(o)}_onInput(e){let o=e.composedPath()[0];this.__userInput=e.isTrusted,this.value=o.value,this.__userInput=!1}_onChange(e){}_toggleHasValue(e){this.toggleAttribute("has-value",e)}_valueChanged(e,o){this._toggleHasValue(this._hasValue),!(e===""&&o===void 0)&&(this.__userInput||this._forwardInputValue(e))}},dr=ht(P_);var Kv=i=>class extends cr(nr(dr(i))){static get properties(){return{checked:{type:Boolean,value:!1,notify:!0,reflectToAttribute:!0,sync:!0}}}static get delegateProps(){return[...super.delegateProps,"checked"]}_onChange(e){let o=e.target;this._toggleChecked(o.checked)}_toggleChecked(e){this.checked=e}};var la=class{#t;#e=!1;#i;#o;#n;#r;#s;#l=[];#c=[];constructor(t){this.host=t}setTarget(t){this.#t=t,this.#d(),this.#p(),this.#a(),this.#u()}setRequired(t){this.#e=t,this.#u()}setLabel(t){this.#i=t,this.#d()}setLabelledBy(t){this.#o=t,this.#p()}setDescribedBy(t){this.#n=t,this.#a()}setErrorId(t){this.#r=t,this.#a()}setHelperId(t){this.#s=t,this.#a()}#d(){this.#t&&Ft(this.#t,"aria-label",this.#i)}#p(){this.#t&&(Qd(this.#t,"aria-labelledby",this.#l),this.#l=[this.#o],Jd(this.#t,"aria-labelledby",this.#l))}#a(){this.#t&&(Qd(this.#t,"aria-describedby",this.#c),this.#c=[this.#n,this.#s,this.#r],Jd(this.#t,"aria-describedby",this.#c))}#u(){this.#t&&(["input","textarea"].includes(this.#t.localName)||Ft(this.#t,"aria-required",this.#e))}};var ge=document.createElement("div");ge.style.position="fixed";ge.style.clip="rect(0px, 0px, 0px, 0px)";ge.setAttribute("aria-live","polite");document.body.appendChild(ge);var ca;function Gv(i,t={}){let e=t.mode||"polite",o=t.timeout??150;e==="alert"?(ge.removeAttribute("aria-live"),ge.removeAttribute("role"),ca=Me.debounce(ca,dv,()=>{ge.setAttribute("role","alert")})):(ca&&ca.cancel(),ge.removeAttribute("role"),ge.setAttribute("aria-live",e)),ge.textContent="",setTimeout(()=>{ge.textContent=i},o)}var Ii=class extends Re{#t;constructor(t,e,o,r={}){super(t,e,o,{...r,useUniqueId:!0})}initCustomNode(t){this.#e(t),this._notifyChange(t)}teardownNode(t){let e=this.getSlotChild();e&&e!==this.defaultNode?this._notifyChange(e):(this.restoreDefaultNode(),this.updateDefaultNode(this.node))}attachDefaultNode(){let t=super.attachDefaultNode();return t&&this.#e(t),t}restoreDefaultNode(){}updateDefaultNode(t){this._notifyChange(t)}observeNode(t){this.#t&&this.#t.disconnect(),this.#t=new MutationObserver(e=>{e.forEach(o=>{let r=o.target,n=r===this.node;o.type==="attributes"?n&&this.#e(r):(n||r.parentElement===this.node)&&this._notifyChange(this.node)})}),this.#t.observe(t,{attributes:!0,attributeFilter:["id"],childList:!0,subtree:!0,characterData:!0})}_notifyChange(t){this.dispatchEvent(new CustomEvent("slot-content-changed",{detail:{hasContent:Cv(t),node:t}}))}#e(t){let e=!this.nodes||t===this.nodes[0];t.nodeType===Node.ELEMENT_NODE&&(!this.multiple||e)&&!t.id&&(t.id=this.defaultId)}};var da=class extends Ii{constructor(t){super(t,"error-message","div")}setErrorMessage(t){this.errorMessage=t,this.updateDefaultNode(this.node)}setInvalid(t){this.invalid=t,this.updateDefaultNode(this.node)}initAddedNode(t){t!==this.defaultNode&&this.initCustomNode(t)}initNode(t){this.updateDefaultNode(t)}initCustomNode(t){t.textContent&&!this.errorMessage&&(this.errorMessage=t.textContent.trim()),super.initCustomNode(t)}restoreDefaultNode(){this.attachDefaultNode()}updateDefaultNode(t){let{errorMessage:e,invalid:o}=this,r=!!(o&&e&&e.trim()!=="");t&&(t.textContent=r?e:"",t.hidden=!r,r&&Gv(e,{mode:"assertive"})),super.updateDefaultNode(t)}};var pa=class extends Ii{constructor(t){super(t,"helper",null)}setHelperText(t){this.helperText=t,this.getSlotChild()||this.restoreDefaultNode(),this.node===this.defaultNode&&this.updateDefaultNode(this.node)}restoreDefaultNode(){let{helperText:t}=this;if(t&&t.trim()!==""){this.tagName="div";let e=this.attachDefaultNode();this.observeNode(e)}}updateDefaultNode(t){t&&(t.textContent=this.helperText),super.updateDefaultNode(t)}initCustomNode(t){super.initCustomNode(t),this.observeNode(t)}};var pr=class extends Ii{constructor(t){super(t,"label","label")}setLabel(t){this.label=t,this.getSlotChild()||this.restoreDefaultNode(),this.node===this.defaultNode&&this.updateDefaultNode(this.node)}restoreDefaultNode(){let{label:t}=this;if(t&&t.trim()!==""){let e=this.attachDefaultNode();this.observeNode(e)}}updateDefaultNode(t){t&&(t.textContent=this.label),super.updateDefaultNode(t)}initCustomNode(t){super.initCustomNode(t),this.observeNode(t)}};var Yv=i=>class extends i{static get properties(){return{label:{type:String,observer:"_labelChanged"}}}constructor(){super(),this._labelController=new pr(this),this._labelController.addEventListener("slot-content-changed",e=>{this.toggleAttribute("has-label",e.detail.hasContent)})}get _labelId(){return this._labelNode?.id}get _labelNode(){return this._labelController.node}ready(){super.ready(),this.addController(this._labelController)}_labelChanged(e){this._labelController.setLabel(e)}};var R_=i=>class extends i{static get properties(){return{invalid:{type:Boolean,reflectToAttribute:!0,notify:!0,value:!1,sync:!0},manualValidation:{type:Boolean,value:!1},required:{type:Boolean,reflectToAttribute:!0,sync:!0}}}validate(){let t=this.checkValidity();return this._setInvalid(!t),this.dispatchEvent(new CustomEvent("validated",{detail:{valid:t}})),t}checkValidity(){return!this.required||!!this.value}_setInvalid(t){this._shouldSetInvalid(t)&&(this.invalid=t)}_shouldSetInvalid(t){return!0}_requestValidation(){this.manualValidation||this.validate()}},ua=ht(R_);var ur=i=>class extends ua(Yv(i)){static get properties(){return{ariaTarget:{type:Object},errorMessage:{type:String},helperText:{type:String},accessibleName:{type:String},accessibleNameRef:{type:String},accessibleDescriptionRef:{type:String}}}constructor(){super(),this._labelController.addEventListener("slot-content-changed",e=>{this.#t(e)}),this._helperController=new pa(this),this._helperController.addEventListener("slot-content-changed",e=>{this.#e(e)}),this._errorController=new da(this),this._errorController.addEventListener("slot-content-changed",e=>{this.#i(e)}),this._fieldAriaController=new la(this)}get _errorNode(){return this._errorController.node}get _helperNode(){return this._helperController.node}ready(){super.ready(),this.addController(this._fieldAriaController),this.addController(this._helperController),this.addController(this._errorController)}updated(e){super.updated(e),e.has("invalid")&&this._errorController.setInvalid(this.invalid),e.has("errorMessage")&&this._errorController.setErrorMessage(this.errorMessage),e.has("helperText")&&this._helperController.setHelperText(this.helperText),e.has("ariaTarget")&&this._fieldAriaController.setTarget(this.ariaTarget),e.has("required")&&this._fieldAriaController.setRequired(this.required),e.has("accessibleName")&&this.__updateFieldAriaControllerLabel(),(e.has("accessibleName")||e.has("accessibleNameRef"))&&this.__updateFieldAriaControllerLabelledBy(),e.has("accessibleDescriptionRef")&&this.__updateFieldAriaControllerDescribedBy()}__updateFieldAriaControllerLabel(){this._fieldAriaController.setLabel(this.accessibleName)}__updateFieldAriaControllerLabelledBy(){let e=null;this.accessibleNameRef?e=this.accessibleNameRef:this.hasAttribute("has-label")&&!this.accessibleName&&(e=this._labelNode?.id),this._fieldAriaController.setLabelledBy(e)}__updateFieldAriaControllerDescribedBy(){this._fieldAriaController.setDescribedBy(this.accessibleDescriptionRef)}#t(e){this.__updateFieldAriaControllerLabelledBy()}#e(e){let{hasContent:o}=e.detail;this.toggleAttribute("has-helper",o),o?this._fieldAriaController.setHelperId(this._helperNode?.id):this._fieldAriaController.setHelperId(null)}#i(e){this.toggleAttribute("has-error-message",e.detail.hasContent),setTimeout(()=>{this.invalid?this._fieldAriaController.setErrorId(this._errorNode?.id):this._fieldAriaController.setErrorId(null)})}};var hr=class extends Re{constructor(t,e,o={}){let{uniqueIdPrefix:r}=o;super(t,"input","input",{initializer:(n,s)=>{s.value&&(n.value=s.value),s.type&&n.setAttribute("type",s.type),n.id=this.defaultId,typeof e=="function"&&e(n)},useUniqueId:!0,uniqueIdPrefix:r})}};var mr=class{constructor(t,e){this.input=t,e.addEventListener("slot-content-changed",o=>{this.#t(o.detail.node)}),this.#t(e.node)}#t(t){t&&(t.addEventListener("click",this.#e),this.input&&t.setAttribute("for",this.input.id))}#e=()=>{let t=e=>{e.stopImmediatePropagation(),this.input.removeEventListener("click",t)};this.input.addEventListener("click",t)}};var Xv=i=>class extends aa(ur(Kv(lr(sr(i))))){static get properties(){return{name:{type:String,value:""},readonly:{type:Boolean,value:!1,reflectToAttribute:!0}}}static get observers(){return["__readonlyChanged(readonly, inputElement)"]}static get delegateAttrs(){return[...super.delegateAttrs,"name","invalid","required"]}constructor(){super(),this._setType("checkbox"),this._boundOnInputClick=this._onInputClick.bind(this),this.value="on",this.tabindex=0}get slotStyles(){return[`
          ${this.localName} > input[slot='input'] {
            opacity: 0;
          }
        `]}ready(){super.ready(),this.addController(new hr(this,e=>{this._setInputElement(e),this._setFocusElement(e),this.stateTarget=e,this.ariaTarget=e})),this.addController(new mr(this.inputElement,this._labelController)),this._createPropertyObserver("checked","_checkedChanged")}updated(e){super.updated(e),e.has("required")&&this.required===!1&&this._requestValidation()}_shouldSetActive(e){let[o]=e.composedPath(),r=o===this.inputElement||o.part.contains("required-indicator")||this._labelNode.contains(o)&&!o.closest("a");return this.readonly||!r?!1:super._shouldSetActive(e)}_addInputListeners(e){super._addInputListeners(e),e.addEventListener("click",this._boundOnInputClick)}_removeInputListeners(e){super._removeInputListeners(e),e.removeEventListener("click",this._boundOnInputClick)}_onInputClick(e){this.readonly&&e.preventDefault()}__readonlyChanged(e,o){o&&Ft(o,"aria-readonly",e)}checkValidity(){return!this.required||!!this.checked}_setFocused(e){super._setFocused(e),!e&&document.hasFocus()&&this._requestValidation()}_checkedChanged(e,o){(e||o)&&this._requestValidation()}_onRequiredIndicatorClick(){this._labelNode.click()}};var yp=class extends Xv(Si(At(Ct(Et(T))))){static get is(){return"vaadin-checkbox"}static get styles(){return Wv}static get properties(){return{indeterminate:{type:Boolean,notify:!0,value:!1,reflectToAttribute:!0}}}static get delegateProps(){return[...super.delegateProps,"indeterminate"]}render(){return y`
      <div class="vaadin-checkbox-container">
        <div part="checkbox" aria-hidden="true"></div>
        <slot name="input"></slot>
        <div part="label">
          <slot name="label"></slot>
          <div part="required-indicator" @click="${this._onRequiredIndicatorClick}"></div>
        </div>
        <div part="helper-text">
          <slot name="helper"></slot>
        </div>
        <div part="error-message">
          <slot name="error-message"></slot>
        </div>
      </div>
      <slot name="tooltip"></slot>
    `}ready(){super.ready(),this._tooltipController=new ze(this),this._tooltipController.setAriaTarget(this.inputElement),this.addController(this._tooltipController)}_toggleChecked(t){this.indeterminate&&(this.indeterminate=!1),super._toggleChecked(t)}};kt(yp);var Zv=_`
  :host {
    display: flex;
    align-items: center;
    --_radius: var(--vaadin-input-field-border-radius, var(--vaadin-radius-m));
    border-radius:
      /* See https://developer.mozilla.org/en-US/docs/Web/CSS/border-radius */
      var(--vaadin-input-field-top-start-radius, var(--_radius))
      var(--vaadin-input-field-top-end-radius, var(--_radius))
      var(--vaadin-input-field-bottom-end-radius, var(--_radius))
      var(--vaadin-input-field-bottom-start-radius, var(--_radius));
    border: var(--vaadin-input-field-border-width, 1px) solid
      var(--vaadin-input-field-border-color, var(--vaadin-border-color));
    box-sizing: border-box;
    cursor: text;
    padding: var(
      --vaadin-input-field-padding,
      var(--vaadin-padding-block-container) var(--vaadin-padding-inline-container)
    );
    gap: var(--vaadin-input-field-gap, var(--vaadin-gap-s));
    background: var(--vaadin-input-field-background, var(--vaadin-background-color));
    color: var(--vaadin-input-field-value-color, var(--vaadin-text-color));
    font-size: var(--vaadin-input-field-value-font-size, inherit);
    line-height: var(--vaadin-input-field-value-line-height, inherit);
    font-weight: var(--vaadin-input-field-value-font-weight, 400);
  }

  :host([dir='rtl']) {
    --_radius: var(--vaadin-input-field-border-radius, var(--vaadin-radius-m));
    border-radius:
      /* Don't use logical props, see https://github.com/vaadin/vaadin-time-picker/issues/145 */
      var(--vaadin-input-field-top-end-radius, var(--_radius))
      var(--vaadin-input-field-top-start-radius, var(--_radius))
      var(--vaadin-input-field-bottom-start-radius, var(--_radius))
      var(--vaadin-input-field-bottom-end-radius, var(--_radius));
  }

  :host([hidden]) {
    display: none !important;
  }

  /* Reset the native input styles */
  ::slotted(:is(input, textarea)) {
    appearance: none;
    align-self: stretch;
    box-sizing: border-box;
    flex: auto;
    white-space: nowrap;
    overflow: hidden;
    width: 100%;
    height: auto;
    outline: none;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: 0;
    min-width: 0;
    font: inherit;
    font-size: 1em;
    color: inherit;
    background: transparent;
    cursor: inherit;
    text-align: inherit;
    caret-color: var(--vaadin-input-field-value-color);
  }

  ::slotted(*) {
    flex: none;
  }

  slot[name$='fix'] {
    cursor: auto;
  }

  ::slotted(:is(input, textarea))::placeholder {
    /* Use ::slotted(:is(input, textarea):placeholder-shown) to style the placeholder */
    /* because ::slotted(...)::placeholder does not work in Safari. */
    font: inherit;
    color: inherit;
  }

  ::slotted(:is(input, textarea):placeholder-shown) {
    color: var(--vaadin-input-field-placeholder-color, var(--vaadin-text-color-secondary));
  }

  :host(:focus-within) {
    outline: var(--vaadin-focus-ring-width) solid var(--vaadin-focus-ring-color);
    outline-offset: calc(var(--vaadin-input-field-border-width, 1px) * -1);
  }

  :host([invalid]) {
    --vaadin-input-field-border-color: var(--vaadin-input-field-error-color, var(--vaadin-text-color));
  }

  :host([readonly]) {
    border-style: dashed;
  }

  :host([readonly]:focus-within) {
    outline-style: dashed;
    --vaadin-input-field-border-color: transparent;
  }

  :host([disabled]) {
    --vaadin-input-field-value-color: var(--vaadin-input-field-disabled-text-color, var(--vaadin-text-color-disabled));
    --vaadin-input-field-background: var(
      --vaadin-input-field-disabled-background,
      var(--vaadin-background-container-strong)
    );
    --vaadin-input-field-border-color: transparent;
  }

  :host([theme~='align-start']) slot:not([name])::slotted(*) {
    text-align: start;
  }

  :host([theme~='align-center']) slot:not([name])::slotted(*) {
    text-align: center;
  }

  :host([theme~='align-end']) slot:not([name])::slotted(*) {
    text-align: end;
  }

  :host([theme~='align-left']) slot:not([name])::slotted(*) {
    text-align: left;
  }

  :host([theme~='align-right']) slot:not([name])::slotted(*) {
    text-align: right;
  }

  @media (forced-colors: active) {
    :host {
      --vaadin-input-field-background: Field;
      --vaadin-input-field-value-color: FieldText;
      --vaadin-input-field-placeholder-color: GrayText;
    }

    :host([disabled]) {
      --vaadin-input-field-value-color: GrayText;
      --vaadin-icon-color: GrayText;
    }
  }
`;var xp=class extends At(Pe(Ct(Et(T)))){static get is(){return"vaadin-input-container"}static get styles(){return Zv}static get properties(){return{disabled:{type:Boolean,reflectToAttribute:!0},readonly:{type:Boolean,reflectToAttribute:!0},invalid:{type:Boolean,reflectToAttribute:!0}}}render(){return y`
      <slot name="prefix"></slot>
      <slot></slot>
      <slot name="suffix"></slot>
    `}ready(){super.ready(),this.addEventListener("pointerdown",t=>{t.target===this&&t.preventDefault()}),this.addEventListener("click",t=>{t.target===this&&this.shadowRoot.querySelector("slot:not([name])").assignedNodes({flatten:!0}).forEach(e=>e.focus&&e.focus())})}};kt(xp);var Jv=_`
  :host {
    align-items: center;
    border-radius: var(--vaadin-item-border-radius, var(--vaadin-radius-m));
    box-sizing: border-box;
    cursor: var(--vaadin-clickable-cursor);
    display: flex;
    column-gap: var(--vaadin-item-gap, var(--vaadin-gap-s));
    height: var(--vaadin-item-height, auto);
    padding: var(--vaadin-item-padding, var(--vaadin-padding-block-container) var(--vaadin-padding-inline-container));
    -webkit-tap-highlight-color: transparent;
  }

  :host([focus-ring]) {
    outline: var(--vaadin-focus-ring-width) solid var(--vaadin-focus-ring-color);
    outline-offset: calc(var(--vaadin-focus-ring-width) / -1);
  }

  :host([disabled]) {
    cursor: var(--vaadin-disabled-cursor);
    opacity: 0.5;
    pointer-events: var(--_vaadin-item-disabled-pointer-events, none);
  }

  :host([hidden]) {
    display: none !important;
  }

  [part='checkmark'] {
    color: var(--vaadin-item-checkmark-color, inherit);
    display: var(--vaadin-item-checkmark-display, none);
    visibility: hidden;
  }

  [part='checkmark']::before {
    content: '';
    display: block;
    background: currentColor;
    height: var(--vaadin-icon-size, 1lh);
    mask: var(--_vaadin-icon-checkmark) 50% / var(--vaadin-icon-visual-size, 100%) no-repeat;
    width: var(--vaadin-icon-size, 1lh);
  }

  :host([selected]) [part='checkmark'] {
    visibility: visible;
  }

  [part='content'] {
    flex: 1;
    display: flex;
    align-items: center;
    column-gap: inherit;
    justify-content: var(--vaadin-item-text-align, start);
  }

  @media (forced-colors: active) {
    [part='checkmark']::before {
      background: CanvasText;
    }
  }
`;var Qv=i=>class extends sr(ar(i)){static get properties(){return{_hasVaadinItemMixin:{value:!0},selected:{type:Boolean,value:!1,reflectToAttribute:!0,observer:"_selectedChanged",sync:!0},_value:String}}get _activeKeys(){return["Enter"," "]}get value(){return this._value??this.textContent.trim()}set value(e){this._value=e}ready(){super.ready();let e=this.getAttribute("value");e!==null&&(this.value=e),this.__shouldAllowFocusWhenDisabled()&&this.style.setProperty("--_vaadin-item-disabled-pointer-events","auto")}focus(e){this.disabled&&!this.__shouldAllowFocusWhenDisabled()||super.focus(e)}_shouldSetActive(e){return!this.disabled&&!(e.type==="keydown"&&e.defaultPrevented)}_selectedChanged(e){this.setAttribute("aria-selected",e)}_disabledChanged(e){super._disabledChanged(e),e&&(this.selected=!1,this.__shouldAllowFocusWhenDisabled()||this.blur())}_onKeyDown(e){super._onKeyDown(e),this._activeKeys.includes(e.key)&&!e.defaultPrevented&&(e.preventDefault(),this.click())}__shouldAllowFocusWhenDisabled(){return!1}};var _p=class extends Qv(At(Pe(Ct(Et(T))))){static get is(){return"vaadin-select-item"}static get styles(){return Jv}static get properties(){return{role:{type:String,value:"option",reflectToAttribute:!0}}}render(){return y`
      <span part="checkmark" aria-hidden="true"></span>
      <div part="content">
        <slot></slot>
      </div>
    `}};kt(_p);function tg(i,t){let{scrollLeft:e}=i;return t!=="rtl"?e:i.scrollWidth-i.clientWidth+e}function eg(i,t,e){t!=="rtl"?i.scrollLeft=e:i.scrollLeft=i.clientWidth-i.scrollWidth+e}var ig=i=>class extends Ne(i){get focused(){return(this._getItems()||[]).find(Ti)}get _vertical(){return!0}get _tabNavigation(){return!1}focus(e){let o=this._getFocusableIndex();o>=0&&this._focus(o,e)}_getFocusableIndex(){let e=this._getItems();return Array.isArray(e)?this._getAvailableIndex(e,0,null,o=>!po(o)):-1}_getItems(){return Array.from(this.children)}_onKeyDown(e){if(super._onKeyDown(e),e.metaKey||e.ctrlKey)return;let{key:o,shiftKey:r}=e,n=this._getItems()||[],s=n.indexOf(this.focused),a,l,d=!this._vertical&&this.getAttribute("dir")==="rtl"?-1:1;this.__isPrevKeyPressed(o,r)?(l=-d,a=s-d):this.__isNextKeyPressed(o,r)?(l=d,a=s+d):o==="Home"?(l=1,a=0):o==="End"&&(l=-1,a=n.length-1),a=this._getAvailableIndex(n,a,l,p=>!po(p)),!(this._tabNavigation&&o==="Tab"&&(a>s&&e.shiftKey||a<s&&!e.shiftKey||a===s))&&a>=0&&(e.preventDefault(),this._focus(a,{focusVisible:!0,preventScroll:!0},!0))}__isPrevKeyPressed(e,o){return this._vertical?e==="ArrowUp":e==="ArrowLeft"||this._tabNavigation&&e==="Tab"&&o}__isNextKeyPressed(e,o){return this._vertical?e==="ArrowDown":e==="ArrowRight"||this._tabNavigation&&e==="Tab"&&!o}_focus(e,o,r=!1){let n=this._getItems();this._focusItem(n[e],o,r)}_focusItem(e,o){e&&e.focus(o)}_getAvailableIndex(e,o,r,n){let s=e.length,a=o;for(let l=0;typeof a=="number"&&l<s;l+=1,a+=r||1){a<0?a=s-1:a>=s&&(a=0);let c=e[a];if(this._isItemFocusable(c)&&this.__isMatchingItem(c,n))return a}return-1}__isMatchingItem(e,o){return typeof o=="function"?o(e):!0}_isItemFocusable(e){return!e.hasAttribute("disabled")}};var og=i=>class extends ig(i){static get properties(){return{disabled:{type:Boolean,value:!1,reflectToAttribute:!0},selected:{type:Number,reflectToAttribute:!0,notify:!0,sync:!0},orientation:{type:String,reflectToAttribute:!0,value:""},items:{type:Array,readOnly:!0,notify:!0},_searchBuf:{type:String,value:""}}}static get observers(){return["_enhanceItems(items, orientation, selected, disabled)"]}constructor(){super(),this._hasVaadinListMixin=!0}get _isRTL(){return!this._vertical&&this.getAttribute("dir")==="rtl"}get _scrollerElement(){return console.warn(`Please implement the '_scrollerElement' property in <${this.localName}>`),this}get _vertical(){return this.orientation!=="horizontal"}focus(e){this._observer&&this._observer.flush();let o=Array.isArray(this.items)?this.items:[],r=this._getAvailableIndex(o,0,null,n=>n.tabIndex===0&&!po(n));r>=0?this._focus(r,e):super.focus(e)}ready(){super.ready(),this.addEventListener("click",o=>this._onClick(o));let e=this.shadowRoot.querySelector("slot:not([name])");this._observer=new ir(e,()=>{this._setItems(this._filterItems([...this.children]))})}_getItems(){return this.items}_enhanceItems(e,o,r,n){if(!n&&e){this.setAttribute("aria-orientation",o||"vertical"),e.forEach(a=>Ft(a,"orientation",o)),this._setFocusable(r<0||!r?0:r);let s=e[r];e.forEach(a=>{a.selected=a===s}),s&&!s.disabled&&this._scrollToItem(r)}}_filterItems(e){return e.filter(o=>o._hasVaadinItemMixin)}_onClick(e){if(e.metaKey||e.shiftKey||e.ctrlKey||e.defaultPrevented)return;let o=this._filterItems(e.composedPath())[0],r;o&&!o.disabled&&(r=this.items.indexOf(o))>=0&&(this.selected=r)}_searchKey(e,o){this._searchReset=Me.debounce(this._searchReset,Zs.after(500),()=>{this._searchBuf=""}),this._searchBuf+=o.toLowerCase(),this.items.some(n=>this.__isMatchingKey(n))||(this._searchBuf=o.toLowerCase());let r=this._searchBuf.length===1?e+1:e;return this._getAvailableIndex(this.items,r,1,n=>this.__isMatchingKey(n)&&getComputedStyle(n).display!=="none")}__isMatchingKey(e){return e.textContent.replace(/[^\p{L}\p{Nd}]/gu,"").toLowerCase().startsWith(this._searchBuf)}_onKeyDown(e){if(e.metaKey||e.ctrlKey)return;let o=e.key,r=this.items.indexOf(this.focused);if(/[\p{L}\p{Nd}]/u.test(o)&&o.length===1){let n=this._searchKey(r,o);n>=0&&this._focus(n);return}super._onKeyDown(e)}_setFocusable(e){e=this._getAvailableIndex(this.items,e,1);let o=this.items[e];this.items.forEach(r=>{r.tabIndex=r===o?0:-1})}_focus(e,o){this.items.forEach((r,n)=>{r.focused=n===e}),this._setFocusable(e),this._scrollToItem(e),super._focus(e,o??{preventScroll:!0})}_scrollToItem(e){let o=this._getItems()[e];o&&o.scrollIntoView({block:"nearest",inline:"nearest"})}_scroll(e){if(this._vertical)this._scrollerElement.scrollTop+=e;else{let o=this.getAttribute("dir")||"ltr",r=tg(this._scrollerElement,o)+e;eg(this._scrollerElement,o,r)}}_isItemFocusable(e){return e.disabled&&e.__shouldAllowFocusWhenDisabled?e.__shouldAllowFocusWhenDisabled():super._isItemFocusable(e)}};var rg=_`
  :host {
    --vaadin-item-checkmark-display: block;
    display: flex;
  }

  :host([hidden]) {
    display: none !important;
  }

  [part='items'] {
    height: 100%;
    overflow-y: auto;
    width: 100%;
  }

  [part='items'] ::slotted(hr) {
    border-color: var(--vaadin-divider-color, var(--vaadin-border-color-secondary));
    border-width: 0 0 1px;
    margin: 4px 8px;
    margin-inline-start: calc(var(--vaadin-icon-size, 1lh) + var(--vaadin-item-gap, var(--vaadin-gap-s)) + 8px);
  }
`;var wp=class extends og(At(Pe(Ct(Et(T))))){static get is(){return"vaadin-select-list-box"}static get styles(){return rg}static get properties(){return{orientation:{readOnly:!0}}}get _scrollerElement(){return this.shadowRoot.querySelector('[part="items"]')}render(){return y`
      <div part="items">
        <slot></slot>
      </div>
    `}ready(){super.ready(),this.setAttribute("role","listbox")}};kt(wp);var ng=[{name:"--vaadin-overlay-animation-duration",syntax:"<time>",initialValue:"0s"},{name:"--vaadin-overlay-animation-delay",syntax:"<time>",initialValue:"0s"},{name:"--vaadin-overlay-animation-timing-function",syntax:"*",initialValue:"ease"},{name:"--vaadin-overlay-opacity-closed",syntax:"<number>",initialValue:"0"},{name:"--vaadin-overlay-translate-closed",syntax:"<length>+ | <percentage>+",initialValue:"0px"},{name:"--vaadin-overlay-scale-closed",syntax:"<number> | <percentage>",initialValue:"1"},{name:"--vaadin-overlay-transform-closed",syntax:"*"}];ng.forEach(i=>{or({inherits:!1,...i})});var z_=P(ng.map(({name:i})=>`${i}: inherit;`).join(`
`)),sg=_`
  :host,
  [part='overlay'],
  [part='backdrop'] {
    ${z_}
  }

  :host(:where([opening], [closing])) {
    /* This empty animation only reports the state, the parts run the visible animation */
    animation-name: --no-op;
    animation-duration: var(--vaadin-overlay-animation-duration);
    animation-delay: var(--vaadin-overlay-animation-delay);
  }

  :host(:where([closing])) [part='overlay'],
  :host(:where([closing])) ::slotted(*) {
    pointer-events: none !important;
  }

  :host(:where([opening], [closing])) :is([part='overlay'], [part='backdrop']) {
    animation-name: --fade, --transform;
    animation-duration: var(--vaadin-overlay-animation-duration);
    animation-timing-function: var(--vaadin-overlay-animation-timing-function);
    animation-delay: var(--vaadin-overlay-animation-delay);
    /* Fill backwards only, so the closed value applies during the delay without overriding theme styles */
    animation-fill-mode: backwards;

    @media (prefers-reduced-motion) {
      animation-name: --fade;
    }
  }

  :host(:where([opening], [closing])) [part='backdrop'] {
    animation-name: --fade;
    animation-timing-function: linear;
    --vaadin-overlay-opacity-closed: 0;
  }

  :host(:where([closing])) :is([part='overlay'], [part='backdrop']) {
    animation-direction: reverse;
    animation-fill-mode: both;
  }

  @keyframes --no-op {
  }

  /* Only the closed state is declared, so the animations end at the value the part already has */
  @keyframes --transform {
    0% {
      transform: var(--vaadin-overlay-transform-closed);
      translate: var(--vaadin-overlay-translate-closed);
      scale: var(--vaadin-overlay-scale-closed);
    }
  }

  @keyframes --fade {
    0% {
      opacity: var(--vaadin-overlay-opacity-closed);
    }
  }
`;var N_=_`
  :host {
    z-index: 200;
    position: fixed;

    /* Despite of what the names say, <vaadin-overlay> is just a container
          for position/sizing/alignment. The actual overlay is the overlay part. */

    /* Default position constraints. Themes can
          override this to adjust the gap between the overlay and the viewport. */
    inset: max(env(safe-area-inset-top, 0px), var(--vaadin-overlay-viewport-inset, 8px))
      max(env(safe-area-inset-right, 0px), var(--vaadin-overlay-viewport-inset, 8px))
      max(env(safe-area-inset-bottom, 0px), var(--vaadin-overlay-viewport-bottom))
      max(env(safe-area-inset-left, 0px), var(--vaadin-overlay-viewport-inset, 8px));

    /* Override native [popover] user agent styles */
    width: auto;
    height: auto;
    border: none;
    padding: 0;
    background-color: transparent;
    overflow: visible;

    /* Use flexbox alignment for the overlay part. */
    display: flex;
    flex-direction: column; /* makes dropdowns sizing easier */
    /* Align to center by default. */
    align-items: center;
    justify-content: center;

    /* Allow centering when max-width/max-height applies. */
    margin: auto;

    /* The host is not clickable, only the overlay part is. */
    pointer-events: none;

    /* Remove tap highlight on touch devices. */
    -webkit-tap-highlight-color: transparent;

    /* CSS API for host */
    --vaadin-overlay-viewport-bottom: 8px;
  }

  :host([hidden]),
  :host(:not([opened]):not([closing])),
  :host(:not([opened]):not([closing])) [part='overlay'] {
    display: none !important;
  }

  :host([suppressed]) [part='overlay'],
  :host([suppressed]) ::slotted(*) {
    pointer-events: none !important;
  }

  [part='overlay'] {
    color: var(--vaadin-overlay-text-color, var(--vaadin-text-color));
    background: var(--vaadin-overlay-background, var(--vaadin-background-color));
    border: var(--vaadin-overlay-border-width, 1px) solid
      var(--vaadin-overlay-border-color, var(--vaadin-border-color-secondary));
    border-radius: var(--vaadin-overlay-border-radius, var(--vaadin-radius-m));
    box-shadow: var(--vaadin-overlay-shadow, 0 8px 24px -4px rgba(0, 0, 0, 0.3));
    box-sizing: border-box;
    max-width: 100%;
    overflow: auto;
    overscroll-behavior: contain;
    pointer-events: auto;
    -webkit-tap-highlight-color: initial;

    /* CSS reset for font styles */
    font: initial;
    letter-spacing: initial;
    text-align: initial;
    text-decoration: initial;
    text-indent: initial;
    text-transform: initial;
    user-select: text;
    white-space: initial;
    word-spacing: initial;

    /* Inherit font-family */
    font-family: inherit;
  }

  [part='backdrop'] {
    background: var(--vaadin-overlay-backdrop-background, rgba(0, 0, 0, 0.2));
    content: '';
    inset: 0;
    pointer-events: auto;
    position: fixed;
    z-index: -1;
  }

  [part='overlay']:focus-visible {
    outline: var(--vaadin-focus-ring-width) solid var(--vaadin-focus-ring-color);
  }

  @media (forced-colors: active) {
    [part='overlay'] {
      border: 3px solid !important;
    }
  }
`,ag=[N_,sg];var lg=_`
  :host {
    align-items: flex-start;
    justify-content: flex-start;
  }

  [part='overlay'] {
    min-width: var(--vaadin-select-overlay-width, var(--_vaadin-select-overlay-default-width));
  }

  [part='content'] {
    padding: var(--vaadin-item-overlay-padding, 4px);
  }

  [part='backdrop'] {
    background: transparent;
  }
`;var ha=i=>i.test(navigator.userAgent),kp=i=>i.test(navigator.platform),D_=i=>i.test(navigator.vendor),s9=ha(/Android/u),a9=ha(/Chrome/u)&&D_(/Google Inc/u),l9=ha(/Firefox/u),B_=kp(/^iPad/u)||kp(/^Mac/u)&&navigator.maxTouchPoints>1,F_=kp(/^iPhone/u),cg=F_||B_,c9=ha(/^((?!chrome|android).)*safari/iu),dg=(()=>{try{return document.createEvent("TouchEvent"),!0}catch{return!1}})();var ma=class{saveFocus(t){this.focusNode=t||yn()}restoreFocus(t){let e=this.focusNode;if(!e)return;let o={preventScroll:t?t.preventScroll:!1,focusVisible:t?t.focusVisible:!1};yn()===document.body?setTimeout(()=>e.focus(o)):e.focus(o),this.focusNode=null}};var Cp=[];var fa=class{trapNode=null;constructor(t){this.host=t}get#t(){return oa(this.trapNode)}get#e(){let t=this.#t;return t.indexOf(t.filter(Ti).pop())}hostConnected(){document.addEventListener("keydown",this.#i)}hostDisconnected(){document.removeEventListener("keydown",this.#i)}trapFocus(t){if(this.trapNode=t,this.#t.length===0)throw this.trapNode=null,new Error("The trap node should have at least one focusable descendant or be focusable itself.");Cp.push(this),this.#e===-1&&this.#t[0].focus({focusVisible:ii()})}releaseFocus(){this.trapNode=null,Cp.pop()}#i=t=>{if(this.trapNode&&this===Array.from(Cp).pop()&&t.key==="Tab"){if(t.defaultPrevented)return;t.preventDefault();let e=t.shiftKey;this.#o(e)}};#o(t=!1){let e=this.#t,o=t?-1:1,r=this.#e,n=(e.length+r+o)%e.length,s=e[n];s.focus({focusVisible:!0}),s.localName==="input"&&s.select()}};var pg=i=>class extends i{static get properties(){return{focusTrap:{type:Boolean,value:!1},autofocus:{type:Boolean,value:!1},restoreFocusOnClose:{type:Boolean,value:!1},restoreFocusNode:{type:HTMLElement}}}constructor(){super(),this.__focusTrapController=new fa(this),this.__focusRestorationController=new ma}get _contentRoot(){return this}ready(){super.ready(),this.addController(this.__focusTrapController),this.addController(this.__focusRestorationController)}get _focusRoot(){return this.$.overlay}_resetFocus(){if(this.focusTrap&&this.__focusTrapController.releaseFocus(),this.restoreFocusOnClose&&this._shouldRestoreFocus()){let e=ii(),o=!e;this.__focusRestorationController.restoreFocus({preventScroll:o,focusVisible:e})}}_saveFocus(){this.restoreFocusOnClose&&this.__focusRestorationController.saveFocus(this.restoreFocusNode)}_initFocus(){if(!po(this._focusRoot)){if(this.autofocus){let e=oa(this._focusRoot);e.some(Ti)||e[0]?.focus({focusVisible:ii()})}this.focusTrap&&this.__focusTrapController.trapFocus(this._focusRoot)}}_shouldRestoreFocus(){let e=yn();return e===document.body||this._deepContains(e)}_deepContains(e){if(this._contentRoot.contains(e))return!0;let o=e,r=e.ownerDocument;for(;o&&o!==r&&o!==this._contentRoot;)o=o.parentNode||o.host;return o===this._contentRoot}};var va=new Set,ga=()=>[...va].filter(i=>!i.hasAttribute("closing")),H_=i=>{let t=ga(),e=t.indexOf(i);return e===-1?[]:t.slice(e+1)},V_=(i,t)=>i._deepContains(t),ug=(i,t=e=>!0)=>{let e=ga().filter(t);return i===e.pop()},hg=i=>class extends i{get _last(){return ug(this)}get _isAttached(){return va.has(this)}bringToFront(){if(ug(this))return;let e=H_(this),o=e.filter(r=>r._hasOverlayPositionMixin&&V_(this,r));o.length!==e.length&&[this,...o].forEach(r=>{r.matches(":popover-open")&&(r.hidePopover(),r.showPopover()),r._removeAttachedInstance(),r._appendAttachedInstance()})}_enterModalState(){document.body.style.pointerEvents!=="none"&&(this._previousDocumentPointerEvents=document.body.style.pointerEvents,document.body.style.pointerEvents="none"),ga().forEach(e=>{e!==this&&e.toggleAttribute("suppressed",!0)})}_exitModalState(){this._previousDocumentPointerEvents!==void 0&&(document.body.style.pointerEvents=this._previousDocumentPointerEvents,delete this._previousDocumentPointerEvents);let e=ga(),o;for(;(o=e.pop())&&!(o!==this&&(o.toggleAttribute("suppressed",!1),!o.modeless)););}_appendAttachedInstance(){va.add(this)}_removeAttachedInstance(){this._isAttached&&va.delete(this)}};function mg(i,t){let e=null,o,r=document.documentElement;function n(){o&&clearTimeout(o),e?.disconnect(),e=null}function s(a=!1,l=1){n();let{left:c,top:d,width:p,height:u}=i.getBoundingClientRect();if(a||t(),!p||!u)return;let m=Math.floor(d),g=Math.floor(r.clientWidth-(c+p)),b=Math.floor(r.clientHeight-(d+u)),w=Math.floor(c),k={rootMargin:`${-m}px ${-g}px ${-b}px ${-w}px`,threshold:Math.max(0,Math.min(1,l))||1},E=!0;function $(S){let I=S[0].intersectionRatio;if(I!==l){if(!E)return s();I?s(!1,I):o=setTimeout(()=>{s(!1,1e-7)},1e3)}E=!1}e=new IntersectionObserver($,k),e.observe(i)}return s(!0),n}function fg(i){return i.getAnimations().filter(t=>t instanceof CSSAnimation&&t.effect.getComputedTiming().activeDuration>0)}function Ot(i,t,e){let o=[i];i.owner&&o.push(i.owner),typeof e=="string"?o.forEach(r=>{r.setAttribute(t,e)}):e?o.forEach(r=>{r.setAttribute(t,"")}):o.forEach(r=>{r.removeAttribute(t)})}var vg=i=>class extends pg(hg(i)){static get properties(){return{opened:{type:Boolean,notify:!0,observer:"_openedChanged",reflectToAttribute:!0,sync:!0},owner:{type:Object,sync:!0},model:{type:Object,sync:!0},renderer:{type:Object,sync:!0},modeless:{type:Boolean,value:!1,reflectToAttribute:!0,observer:"_modelessChanged",sync:!0},hidden:{type:Boolean,reflectToAttribute:!0,observer:"_hiddenChanged",sync:!0},withBackdrop:{type:Boolean,value:!1,reflectToAttribute:!0,observer:"_withBackdropChanged",sync:!0}}}static get observers(){return["_rendererOrDataChanged(renderer, owner, model, opened)"]}get _rendererRoot(){return this}constructor(){super(),this._boundMouseDownListener=this._mouseDownListener.bind(this),this._boundMouseUpListener=this._mouseUpListener.bind(this),this._boundOutsideClickListener=this._outsideClickListener.bind(this),this._boundKeydownListener=this._keydownListener.bind(this),cg&&(this._boundIosResizeListener=()=>this._detectIosNavbar())}firstUpdated(){super.firstUpdated(),this.popover="manual",this.addEventListener("click",()=>{}),this.$.backdrop&&this.$.backdrop.addEventListener("click",()=>{})}connectedCallback(){super.connectedCallback(),this._boundIosResizeListener&&(this._detectIosNavbar(),window.addEventListener("resize",this._boundIosResizeListener)),this.opened&&this._attachOverlay()}disconnectedCallback(){super.disconnectedCallback(),this.__scheduledOpen&&(cancelAnimationFrame(this.__scheduledOpen),this.__scheduledOpen=null),this._boundIosResizeListener&&window.removeEventListener("resize",this._boundIosResizeListener)}requestContentUpdate(){this.renderer&&this.renderer.call(this.owner,this._rendererRoot,this.owner,this.model)}close(e){let o=new CustomEvent("vaadin-overlay-close",{bubbles:!0,cancelable:!0,detail:{overlay:this,sourceEvent:e}});this.dispatchEvent(o),document.body.dispatchEvent(o),o.defaultPrevented||(this.opened=!1)}setBounds(e,o=!0){let r=this.$.overlay,n={...e};o&&r.style.position!=="absolute"&&(r.style.position="absolute"),Object.keys(n).forEach(s=>{n[s]!==null&&!isNaN(n[s])&&(n[s]=`${n[s]}px`)}),Object.assign(r.style,n)}_detectIosNavbar(){if(!this.opened)return;let e=window.innerHeight,r=window.innerWidth>e,n=document.documentElement.clientHeight;r&&n>e?this.style.setProperty("--vaadin-overlay-viewport-bottom",`${n-e}px`):this.style.setProperty("--vaadin-overlay-viewport-bottom","0px")}_shouldAddGlobalListeners(){return!this.modeless}_addGlobalListeners(){this.__hasGlobalListeners||(this.__hasGlobalListeners=!0,document.addEventListener("mousedown",this._boundMouseDownListener),document.addEventListener("mouseup",this._boundMouseUpListener),document.documentElement.addEventListener("click",this._boundOutsideClickListener,!0))}_removeGlobalListeners(){this.__hasGlobalListeners&&(this.__hasGlobalListeners=!1,document.removeEventListener("mousedown",this._boundMouseDownListener),document.removeEventListener("mouseup",this._boundMouseUpListener),document.documentElement.removeEventListener("click",this._boundOutsideClickListener,!0))}_rendererOrDataChanged(e,o,r,n){let s=this._oldOwner!==o||this._oldModel!==r;this._oldModel=r,this._oldOwner=o;let a=this._oldRenderer!==e,l=this._oldRenderer!==void 0;this._oldRenderer=e;let c=this._oldOpened!==n;this._oldOpened=n,a&&l&&(this._rendererRoot.innerHTML="",delete this._rendererRoot._$litPart$),n&&e&&(a||c||s)&&this.requestContentUpdate()}_modelessChanged(e){this.opened&&(this._shouldAddGlobalListeners()?this._addGlobalListeners():this._removeGlobalListeners()),e?this._exitModalState():this.opened&&this._enterModalState(),Ot(this,"modeless",e)}_withBackdropChanged(e){Ot(this,"with-backdrop",e)}_openedChanged(e,o){if(e){if(!this.isConnected){this.opened=!1;return}this._saveFocus(),this._animatedOpening(),this.__scheduledOpen=requestAnimationFrame(()=>{setTimeout(()=>{this._initFocus();let r=new CustomEvent("vaadin-overlay-open",{detail:{overlay:this},bubbles:!0});this.dispatchEvent(r),document.body.dispatchEvent(r)})}),document.addEventListener("keydown",this._boundKeydownListener),this._shouldAddGlobalListeners()&&this._addGlobalListeners()}else o&&(this.__scheduledOpen&&(cancelAnimationFrame(this.__scheduledOpen),this.__scheduledOpen=null),this._resetFocus(),this._animatedClosing(),document.removeEventListener("keydown",this._boundKeydownListener),this._shouldAddGlobalListeners()&&this._removeGlobalListeners())}_hiddenChanged(e){e&&this.hasAttribute("closing")&&this._flushAnimation("closing")}_enqueueAnimation(e,o){let r=fg(this);if(r.length===0){o();return}let n=`__${e}Handler`,s=()=>{this[n]===s&&(delete this[n],o())};this[n]=s,Promise.all(r.map(a=>a.finished)).then(s,s)}_flushAnimation(e){let o=`__${e}Handler`;typeof this[o]=="function"&&this[o]()}_animatedOpening(){this._isAttached&&this.hasAttribute("closing")&&this._flushAnimation("closing"),this._attachOverlay(),this._appendAttachedInstance(),this.modeless||this._enterModalState(),Ot(this,"opening",!0),this._enqueueAnimation("opening",()=>{this._finishOpening()})}_attachOverlay(){this.matches(":popover-open")||this.showPopover()}_finishOpening(){Ot(this,"opening",!1)}_finishClosing(){this._detachOverlay(),this._removeAttachedInstance(),this.toggleAttribute("suppressed",!1),Ot(this,"closing",!1),this.dispatchEvent(new CustomEvent("vaadin-overlay-closed"))}_animatedClosing(){this.hasAttribute("opening")&&this._flushAnimation("opening"),this._isAttached&&(this._exitModalState(),Ot(this,"closing",!0),this.dispatchEvent(new CustomEvent("vaadin-overlay-closing")),this._enqueueAnimation("closing",()=>{this._finishClosing()}))}_detachOverlay(){this.hidePopover()}_mouseDownListener(e){this._mouseDownInside=e.composedPath().indexOf(this.$.overlay)>=0}_mouseUpListener(e){this._mouseUpInside=e.composedPath().indexOf(this.$.overlay)>=0}_shouldCloseOnOutsideClick(e){return this._last}_outsideClickListener(e){if(e.composedPath().includes(this.$.overlay)||this._mouseDownInside||this._mouseUpInside){this._mouseDownInside=!1,this._mouseUpInside=!1;return}if(!this._shouldCloseOnOutsideClick(e))return;let o=new CustomEvent("vaadin-overlay-outside-click",{cancelable:!0,detail:{sourceEvent:e}});this.dispatchEvent(o),this.opened&&!o.defaultPrevented&&(this.close(e),!this.opened&&!this.modeless&&e.preventDefault())}_keydownListener(e){if(!(!this._last||e.defaultPrevented)&&!(!this._shouldAddGlobalListeners()&&!e.composedPath().includes(this._focusRoot))&&e.key==="Escape"){let o=new CustomEvent("vaadin-overlay-escape-press",{cancelable:!0,detail:{sourceEvent:e}});this.dispatchEvent(o),this.opened&&!o.defaultPrevented&&this.close(e)}}};var Ep={start:"top",end:"bottom"},Ap={start:"left",end:"right"},gg=new ResizeObserver(i=>{setTimeout(()=>{i.forEach(t=>{t.target.__overlay&&t.target.__overlay._updatePosition()})})}),bg=i=>class extends i{static get properties(){return{positionTarget:{type:Object,value:null,sync:!0},horizontalAlign:{type:String,value:"start",sync:!0},verticalAlign:{type:String,value:"top",sync:!0},noHorizontalOverlap:{type:Boolean,value:!1,sync:!0},noVerticalOverlap:{type:Boolean,value:!1,sync:!0},requiredVerticalSpace:{type:Number,value:0,sync:!0}}}constructor(){super(),this._hasOverlayPositionMixin=!0,this.__onScroll=this.__onScroll.bind(this),this._updatePosition=this._updatePosition.bind(this)}connectedCallback(){super.connectedCallback(),this.opened&&this.__addUpdatePositionEventListeners()}disconnectedCallback(){super.disconnectedCallback(),this.__removeUpdatePositionEventListeners()}updated(e){if(super.updated(e),e.has("positionTarget")){let r=e.get("positionTarget");this.__oldContentWidth=void 0,this.__oldContentHeight=void 0,(!this.positionTarget&&r||this.positionTarget&&!r&&this.__margins)&&this.__resetPosition()}(e.has("opened")||e.has("positionTarget"))&&this.__updatePositionSettings(this.opened,this.positionTarget),["horizontalAlign","verticalAlign","noHorizontalOverlap","noVerticalOverlap","requiredVerticalSpace"].some(r=>e.has(r))&&this._updatePosition()}__addUpdatePositionEventListeners(){window.visualViewport.addEventListener("resize",this._updatePosition),window.visualViewport.addEventListener("scroll",this.__onScroll,!0),this.__positionTargetAncestorRootNodes=xv(this.positionTarget),this.__positionTargetAncestorRootNodes.forEach(e=>{e.addEventListener("scroll",this.__onScroll,!0)}),this.positionTarget&&(this.__observePositionTargetMove=mg(this.positionTarget,()=>{this._updatePosition()}))}__removeUpdatePositionEventListeners(){window.visualViewport.removeEventListener("resize",this._updatePosition),window.visualViewport.removeEventListener("scroll",this.__onScroll,!0),this.__positionTargetAncestorRootNodes&&(this.__positionTargetAncestorRootNodes.forEach(e=>{e.removeEventListener("scroll",this.__onScroll,!0)}),this.__positionTargetAncestorRootNodes=null),this.__observePositionTargetMove&&(this.__observePositionTargetMove(),this.__observePositionTargetMove=null)}__updatePositionSettings(e,o){if(this.__removeUpdatePositionEventListeners(),o&&(o.__overlay=null,gg.unobserve(o),e&&(this.__addUpdatePositionEventListeners(),o.__overlay=this,gg.observe(o))),e){let r=getComputedStyle(this);this.__margins||(this.__margins={},["top","bottom","left","right"].forEach(n=>{this.__margins[n]=parseInt(r[n],10)})),this._updatePosition(),requestAnimationFrame(()=>this._updatePosition())}}__onScroll(e){e.target instanceof Node&&this._deepContains(e.target)||this._updatePosition()}__resetPosition(){this.__margins=null,Object.assign(this.style,{justifyContent:"",alignItems:"",top:"",bottom:"",left:"",right:""}),Ot(this,"bottom-aligned",!1),Ot(this,"top-aligned",!1),Ot(this,"end-aligned",!1),Ot(this,"start-aligned",!1)}_updatePosition(){if(!this.positionTarget||!this.opened||!this.__margins)return;let e=this.positionTarget.getBoundingClientRect();if(e.width===0&&e.height===0&&this.opened){this.opened=!1;return}let o=this.__shouldAlignStartVertically(e);this.style.justifyContent=o?"flex-start":"flex-end";let r=this.__isRTL,n=this.__shouldAlignStartHorizontally(e,r),s=!r&&n||r&&!n;this.style.alignItems=s?"flex-start":"flex-end";let a=this.getBoundingClientRect(),l=this.__calculatePositionInOneDimension(e,a,this.noVerticalOverlap,Ep,this,o),c=this.__calculatePositionInOneDimension(e,a,this.noHorizontalOverlap,Ap,this,n);Object.assign(this.style,l,c),Ot(this,"bottom-aligned",!o),Ot(this,"top-aligned",o),Ot(this,"end-aligned",!s),Ot(this,"start-aligned",s)}__shouldAlignStartHorizontally(e,o){let r=Math.max(this.__oldContentWidth||0,this.$.overlay.offsetWidth);this.__oldContentWidth=this.$.overlay.offsetWidth;let n=Math.min(window.innerWidth,document.documentElement.clientWidth),s=!o&&this.horizontalAlign==="start"||o&&this.horizontalAlign==="end";return this.__shouldAlignStart(e,r,n,this.__margins,s,this.noHorizontalOverlap,Ap)}__shouldAlignStartVertically(e){let o=this.requiredVerticalSpace||Math.max(this.__oldContentHeight||0,this.$.overlay.offsetHeight);this.__oldContentHeight=this.$.overlay.offsetHeight;let r=Math.min(window.innerHeight,document.documentElement.clientHeight),n=this.verticalAlign==="top";return this.__shouldAlignStart(e,o,r,this.__margins,n,this.noVerticalOverlap,Ep)}__shouldAlignStart(e,o,r,n,s,a,l){let c=r-e[a?l.end:l.start]-n[l.end],d=e[a?l.start:l.end]-n[l.start],p=s?c:d,m=p>(s?d:c)||p>o;return s===m}__adjustBottomProperty(e,o,r){let n;if(e===o.end){if(o.end===Ep.end){let s=Math.min(window.innerHeight,document.documentElement.clientHeight);if(r>s&&this.__oldViewportHeight){let a=this.__oldViewportHeight-s;n=r-a}this.__oldViewportHeight=s}if(o.end===Ap.end){let s=Math.min(window.innerWidth,document.documentElement.clientWidth);if(r>s&&this.__oldViewportWidth){let a=this.__oldViewportWidth-s;n=r-a}this.__oldViewportWidth=s}}return n}__calculatePositionInOneDimension(e,o,r,n,s,a){let l=a?n.start:n.end,c=a?n.end:n.start,d=parseFloat(s.style[l]||getComputedStyle(s)[l]),p=this.__adjustBottomProperty(l,n,d),u=o[a?n.start:n.end]-e[r===a?n.end:n.start],m=p?`${p}px`:`${d+u*(a?-1:1)}px`;return{[l]:m,[c]:""}}};var yg=i=>class extends bg(vg(Pe(i))){willUpdate(e){super.willUpdate(e),(e.has("opened")||e.has("positionTarget"))&&this.opened&&this.positionTarget&&this._updateOverlayWidth()}ready(){super.ready(),this.restoreFocusOnClose=!0}get _contentRoot(){return this.owner.__slottedListBox||this._rendererRoot}get _rendererRoot(){if(!this.__savedRoot){let e=document.createElement("div");e.setAttribute("slot","overlay"),this.owner.appendChild(e),this.__savedRoot=e}return this.__savedRoot}_shouldCloseOnOutsideClick(e){return!0}_mouseDownListener(e){super._mouseDownListener(e),e.preventDefault()}_getMenuElement(){let o=this.owner.shadowRoot.querySelector('slot[name="overlay"]').assignedElements();return o.find(r=>r._hasVaadinListMixin)||o.flatMap(r=>[...r.children]).find(r=>r._hasVaadinListMixin)}_updateOverlayWidth(){this.style.setProperty("--_vaadin-select-overlay-default-width",`${this.positionTarget.offsetWidth}px`)}requestContentUpdate(){if(super.requestContentUpdate(),this.owner){let e=this._getMenuElement();this.owner._assignMenuElement(e)}}};var Sp=class extends yg(At(Ct(Et(T)))){static get is(){return"vaadin-select-overlay"}static get styles(){return[ag,lg]}render(){return y`
      <div id="backdrop" part="backdrop" ?hidden="${!this.withBackdrop}"></div>
      <div part="overlay" id="overlay">
        <div part="content" id="content">
          <slot></slot>
        </div>
      </div>
    `}updated(t){super.updated(t),t.has("renderer")&&this.requestContentUpdate()}};kt(Sp);var xg=_`
  :host {
    min-height: 1lh;
    outline: none;
    overflow: hidden;
    white-space: nowrap;
    width: 100%;
    display: flex;
    align-items: center;
  }

  ::slotted(*) {
    padding: 0;
    cursor: inherit;
  }

  .vaadin-button-container,
  [part='label'] {
    display: contents;
  }

  :host([placeholder]) {
    color: var(--vaadin-input-field-placeholder-color, var(--vaadin-text-color-secondary));
  }

  :host([disabled]) {
    pointer-events: none;
  }
`;var $p=class extends na(At(Ct(Et(T)))){static get is(){return"vaadin-select-value-button"}static get styles(){return xg}render(){return y`
      <div class="vaadin-button-container" role="presentation">
        <span part="label">
          <slot></slot>
        </span>
      </div>
    `}};kt($p);var _g=_`
  .sr-only {
    border: 0 !important;
    clip: rect(1px, 1px, 1px, 1px) !important;
    clip-path: inset(50%) !important;
    height: 1px !important;
    margin: -1px !important;
    overflow: hidden !important;
    padding: 0 !important;
    position: absolute !important;
    width: 1px !important;
    white-space: nowrap !important;
  }
`;var wg=_`
  [part$='button'] {
    color: var(--vaadin-input-field-button-text-color, var(--vaadin-text-color-secondary));
    cursor: var(--vaadin-clickable-cursor);
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
    -webkit-user-select: none;
    user-select: none;
    /* Ensure minimum click target (WCAG) */
    padding: max(0px, (24px - var(--vaadin-icon-size, 1lh)) / 2);
    margin: min(0px, (24px - var(--vaadin-icon-size, 1lh)) / -2);
  }

  /* Icon */
  [part$='button']::before {
    background: currentColor;
    content: '';
    display: block;
    height: var(--vaadin-icon-size, 1lh);
    width: var(--vaadin-icon-size, 1lh);
    mask-size: var(--vaadin-icon-visual-size, 100%);
    mask-position: 50%;
    mask-repeat: no-repeat;
  }

  :host(:is(:not([clear-button-visible][has-value]), [disabled], [readonly])) [part~='clear-button'] {
    display: none;
  }

  [part~='clear-button']::before {
    mask-image: var(--_vaadin-icon-cross);
  }

  :host(:is([readonly], [disabled])) [part$='button'] {
    color: var(--vaadin-text-color-disabled);
    cursor: var(--vaadin-disabled-cursor);
  }

  @media (forced-colors: active) {
    [part$='button']::before {
      background: CanvasText;
    }

    :host([disabled]) [part$='button'] {
      color: GrayText;
    }

    :host([disabled]) [part$='button']::before {
      background: GrayText;
    }
  }
`;var ba=[sa,wg];var kg=_`
  :host {
    position: relative;
  }

  ::slotted([slot='value']) {
    flex: 1;
  }

  ::slotted(div[slot='overlay']) {
    display: contents;
  }

  :host(:not([focus-ring])) [part='input-field'] {
    outline: none;
  }

  :host([readonly]:not([focus-ring])) [part='input-field'] {
    --vaadin-input-field-border-color: inherit;
  }

  [part='input-field'],
  :host(:not([readonly])) ::slotted([slot='value']) {
    cursor: var(--vaadin-clickable-cursor);
  }

  [part~='toggle-button']::before {
    mask-image: var(--_vaadin-icon-chevron-down);
  }

  :host([readonly]) [part~='toggle-button'] {
    display: none;
  }

  :host([theme~='align-start']) {
    --vaadin-item-text-align: start;
  }

  :host([theme~='align-center']) {
    --vaadin-item-text-align: center;
  }

  :host([theme~='align-end']) {
    --vaadin-item-text-align: end;
  }

  :host([theme~='align-left']) {
    --vaadin-item-text-align: left;
  }

  :host([theme~='align-right']) {
    --vaadin-item-text-align: right;
  }

  :host([theme~='align-start']) ::slotted([slot='value']) {
    justify-content: start;
  }

  :host([theme~='align-center']) ::slotted([slot='value']) {
    justify-content: center;
  }

  :host([theme~='align-end']) ::slotted([slot='value']) {
    justify-content: end;
  }

  :host([theme~='align-left']) ::slotted([slot='value']) {
    justify-content: left;
  }

  :host([theme~='align-right']) ::slotted([slot='value']) {
    justify-content: right;
  }
`;var ya=class{#t=null;constructor(t,e){this.query=t,this.callback=e}hostConnected(){this.#i(),this.#t=window.matchMedia(this.query),this.#e(),this.#o(this.#t)}hostDisconnected(){this.#i()}#e(){this.#t&&this.#t.addListener(this.#o)}#i(){this.#t&&this.#t.removeListener(this.#o),this.#t=null}#o=t=>{typeof this.callback=="function"&&this.callback(t.matches)}};var xa=class extends Re{constructor(t){super(t,"value","vaadin-select-value-button",{initializer:(e,o)=>{o._setFocusElement(e),o.ariaTarget=e,o.stateTarget=e,e.setAttribute("aria-haspopup","listbox")}})}};var Cg=i=>class extends lr(cr(Ne(ur(i)))){static get properties(){return{items:{type:Array},opened:{type:Boolean,value:!1,notify:!0,observer:"_openedChanged",reflectToAttribute:!0,sync:!0},renderer:{type:Object},value:{type:String,value:"",notify:!0,observer:"_valueChanged",sync:!0},name:{type:String},placeholder:{type:String},readonly:{type:Boolean,value:!1,reflectToAttribute:!0},noVerticalOverlap:{type:Boolean,value:!1},_phone:Boolean,_phoneMediaQuery:{value:"(max-width: 450px), (max-height: 450px)"},_inputContainer:Object,_items:Object,__slottedListBox:{type:Object,sync:!0}}}static get delegateAttrs(){return[...super.delegateAttrs,"invalid"]}static get observers(){return["_updateAriaExpanded(opened, focusElement)","_updateSelectedItem(value, _items, placeholder, focusElement)"]}constructor(){super(),this._itemId=`value-${this.localName}-${Js()}`,this._srLabelController=new pr(this),this._srLabelController.slotName="sr-label"}disconnectedCallback(){super.disconnectedCallback(),this.opened=!1}ready(){super.ready(),this._inputContainer=this.shadowRoot.querySelector('[part~="input-field"]'),this._overlayElement=this.$.overlay,this._valueButtonController=new xa(this),this.addController(this._valueButtonController),this.addController(this._srLabelController),this.addController(new ya(this._phoneMediaQuery,e=>{this._phone=e})),this._tooltipController=new ze(this),this._tooltipController.setPosition("top"),this._tooltipController.setAriaTarget(this.focusElement),this.addController(this._tooltipController)}updated(e){if(super.updated(e),e.has("_phone")&&this.toggleAttribute("phone",this._phone),(e.has("items")||e.has("renderer")||e.has("__slottedListBox"))&&this.__slottedListBox&&(this.items?.length||this.renderer))throw new Error('A slotted <vaadin-select-list-box> cannot be used together with the "items" or "renderer" property.');if(e.has("items")&&this._overlayElement.requestContentUpdate(),e.has("__slottedListBox")){let o=this.__slottedListBox;o?this._assignMenuElement(o):e.get("__slottedListBox")&&(this._menuElement=null,this._items=null,this.__lastMenuElement=null)}e.has("accessibleName")&&this._srLabelController.setLabel(this.accessibleName),e.has("required")&&this.required===!1&&this._requestValidation()}requestContentUpdate(){this._overlayElement&&this._overlayElement.requestContentUpdate()}__onOverlaySlotChange(e){this.__slottedListBox=e.target.assignedElements().find(o=>o._hasVaadinListMixin)}_assignMenuElement(e){e&&e!==this.__lastMenuElement&&(this._menuElement=e,this.__initMenuItems(e),e.addEventListener("items-changed",()=>{this.__initMenuItems(e)}),e.addEventListener("selected-changed",()=>this.__updateValueButton()),e.addEventListener("keydown",o=>this._onKeyDownInside(o),!0),e.addEventListener("click",o=>{let r=o.composedPath().find(n=>n._hasVaadinItemMixin);this.__dispatchChangePending=r?.value!==void 0&&r.value!==this.value,this.opened=!1},!0),this.__lastMenuElement=e),this._menuElement&&this._menuElement.items&&this._updateSelectedItem(this.value,this._menuElement.items)}__initMenuItems(e){e.items&&(this._items=e.items)}_valueChanged(e,o){this.toggleAttribute("has-value",!!e),o!==void 0&&!this.__dispatchChangePending&&this._requestValidation()}_onClick(e){this.disabled||(e.preventDefault(),this.opened=!this.readonly)}_onEscape(e){this.opened&&(e.stopPropagation(),this.opened=!1)}_onToggleMouseDown(e){e.preventDefault(),this.opened||this.focusElement.focus()}_onKeyDown(e){if(super._onKeyDown(e),!(e.altKey||e.shiftKey||e.ctrlKey||e.metaKey)&&e.target===this.focusElement&&!this.readonly&&!this.disabled&&!this.opened){if(/^(Enter|SpaceBar|\s|ArrowDown|Down|ArrowUp|Up)$/u.test(e.key))e.preventDefault(),this.opened=!0;else if(/[\p{L}\p{Nd}]/u.test(e.key)&&e.key.length===1){let r=this._menuElement.selected??-1,n=this._menuElement._searchKey(r,e.key);n>=0&&(this.__dispatchChangePending=!0,this._updateAriaLive(!0),this._menuElement.selected=n)}}}_onKeyDownInside(e){e.key==="Tab"&&(this.focusElement.setAttribute("tabindex","-1"),this._overlayElement.restoreFocusOnClose=!1,this.opened=!1,setTimeout(()=>{this.focusElement.setAttribute("tabindex","0"),this._overlayElement.restoreFocusOnClose=!0}))}_openedChanged(e,o){if(e){if(this.disabled||this.readonly){this.opened=!1;return}this._updateAriaLive(!1);let r=this.hasAttribute("focus-ring");this._openedWithFocusRing=r,r&&this.removeAttribute("focus-ring")}else o&&(this._openedWithFocusRing&&this.setAttribute("focus-ring",""),!this.__dispatchChangePending&&!this._keyboardActive&&this._requestValidation())}_updateAriaExpanded(e,o){o&&o.setAttribute("aria-expanded",e?"true":"false")}_updateAriaLive(e){this.focusElement&&Ft(this.focusElement,"aria-live",e&&"polite")}__attachSelectedItem(e){let o,r=e.getAttribute("label");r?o=this.__createItemElement({label:r}):o=e.cloneNode(!0),o._sourceItem=e,this.__appendValueItemElement(o,this.focusElement),o.selected=!0}__createItemElement(e){let o=document.createElement(e.component||"vaadin-select-item");return e.label&&(o.textContent=e.label),e.value&&(o.value=e.value),e.disabled&&(o.disabled=e.disabled),e.className&&(o.className=e.className),o}__appendValueItemElement(e,o){o.appendChild(e),e.removeAttribute("tabindex"),e.removeAttribute("aria-selected"),e.removeAttribute("role"),e.removeAttribute("focused"),e.removeAttribute("focus-ring"),e.removeAttribute("active"),e.setAttribute("id",this._itemId)}__updateValueButton(){let e=this.focusElement;if(!e)return;e.innerHTML="";let o=this._items?this._items[this._menuElement.selected]:void 0;if(e.removeAttribute("placeholder"),this._hasContent(o))this.__attachSelectedItem(o);else if(this.placeholder){let r=this.__createItemElement({label:this.placeholder});this.__appendValueItemElement(r,e),e.setAttribute("placeholder","")}!this._valueChanging&&o&&(this._selectedChanging=!0,this.value=o.value||"",this.__dispatchChangePending&&this.__dispatchChange(),delete this._selectedChanging),this.__updateFieldAriaControllerLabelledBy()}_hasContent(e){if(!e)return!1;let o=!!(e.hasAttribute("label")?e.getAttribute("label"):e.textContent.trim()),r=e.childElementCount>0;return o||r}_updateSelectedItem(e,o,r){if(o){let n=e==null?e:e.toString();this._menuElement.selected=o.reduce((s,a,l)=>s===void 0&&a.value===n?l:s,void 0),this._selectedChanging||(this._valueChanging=!0,this.__updateValueButton(),delete this._valueChanging)}else r&&this.__updateValueButton()}_shouldRemoveFocus(e){return!this.contains(e.relatedTarget)}_setFocused(e){super._setFocused(e),!e&&document.hasFocus()&&this._requestValidation()}checkValidity(){return!this.required||this.readonly||!!this.value}__defaultRenderer(e,o){if(!this.items||this.items.length===0){e.textContent="";return}let r=e.firstElementChild;r||(r=document.createElement("vaadin-select-list-box"),e.appendChild(r)),r.textContent="",this.items.forEach(n=>{r.appendChild(this.__createItemElement(n))})}__dispatchChange(){this._requestValidation(),this.dispatchEvent(new CustomEvent("change",{bubbles:!0})),this.__dispatchChangePending=!1}__updateFieldAriaControllerLabel(){}__updateFieldAriaControllerLabelledBy(){let e;this.accessibleNameRef?e=this.accessibleNameRef:this.accessibleName?e=this._srLabelController.defaultId:this.hasAttribute("has-label")&&(e=this._labelNode?.id);let r=this._items?.[this._menuElement.selected]||this.placeholder?this._itemId:null,n=[e,r].filter(Boolean);n.length>0?this._fieldAriaController.setLabelledBy(n.join(" ")):this._fieldAriaController.setLabelledBy(null)}};var Tp=class extends Cg(Si(At(Ct(Et(T))))){static get is(){return"vaadin-select"}static get styles(){return[ba,_g,kg]}render(){return y`
      <div class="vaadin-select-container">
        <div part="label" @click="${this._onClick}">
          <slot name="label"></slot>
          <span part="required-indicator" aria-hidden="true" @click="${this.focus}"></span>
        </div>

        <vaadin-input-container
          part="input-field"
          .readonly="${this.readonly}"
          .disabled="${this.disabled}"
          .invalid="${this.invalid}"
          theme="${D(this._theme)}"
          @click="${this._onClick}"
        >
          <slot name="prefix" slot="prefix"></slot>
          <slot name="value"></slot>
          <div
            part="field-button toggle-button"
            slot="suffix"
            aria-hidden="true"
            @mousedown="${this._onToggleMouseDown}"
          ></div>
        </vaadin-input-container>

        <div part="helper-text">
          <slot name="helper"></slot>
        </div>

        <div part="error-message">
          <slot name="error-message"></slot>
        </div>
      </div>

      <vaadin-select-overlay
        id="overlay"
        .owner="${this}"
        .positionTarget="${this._inputContainer}"
        .opened="${this.opened}"
        .withBackdrop="${this._phone}"
        .renderer="${this.__slottedListBox?void 0:this.renderer||this.__defaultRenderer}"
        ?phone="${this._phone}"
        theme="${D(this._theme)}"
        ?no-vertical-overlap="${this.noVerticalOverlap}"
        exportparts="backdrop, overlay, content"
        @opened-changed="${this._onOpenedChanged}"
        @vaadin-overlay-open="${this._onOverlayOpen}"
      >
        <slot name="overlay" @slotchange="${this.__onOverlaySlotChange}"></slot>
      </vaadin-select-overlay>

      <slot name="tooltip"></slot>
      <div class="sr-only">
        <slot name="sr-label"></slot>
      </div>
    `}_onOpenedChanged(t){this.opened=t.detail.value}_onOverlayOpen(){this._menuElement&&this._menuElement.focus({focusVisible:ii()})}};kt(Tp);var Eg=i=>class extends dr(Ne(i)){static get properties(){return{clearButtonVisible:{type:Boolean,reflectToAttribute:!0,value:!1}}}get clearElement(){return console.warn(`Please implement the 'clearElement' property in <${this.localName}>`),null}ready(){super.ready(),this.clearElement&&(this.clearElement.addEventListener("mousedown",e=>this._onClearButtonMouseDown(e)),this.clearElement.addEventListener("click",e=>this._onClearButtonClick(e)))}_onClearButtonClick(e){e.preventDefault(),this._onClearAction()}_onClearButtonMouseDown(e){this._shouldKeepFocusOnClearMousedown()&&e.preventDefault(),dg||this.inputElement.focus()}_onEscape(e){super._onEscape(e),this.clearButtonVisible&&this.value&&!this.readonly&&(e.stopPropagation(),this._onClearAction())}_onClearAction(){this._inputElementValue="",this.inputElement.dispatchEvent(new Event("input",{bubbles:!0,composed:!0})),this.inputElement.dispatchEvent(new Event("change",{bubbles:!0}))}_shouldKeepFocusOnClearMousedown(){return Ti(this.inputElement)}};var j_=i=>class extends cr(ua(dr(i))){static get constraints(){return["required"]}static get delegateAttrs(){return[...super.delegateAttrs,"required"]}ready(){super.ready(),this._createConstraintsObserver()}checkValidity(){return this.inputElement&&this._hasValidConstraints(this.constructor.constraints.map(e=>this[e]))?this.inputElement.checkValidity():!this.invalid}_hasValidConstraints(e){return e.some(o=>this.__isValidConstraint(o))}_createConstraintsObserver(){this._createMethodObserver(`_constraintsChanged(stateTarget, ${this.constructor.constraints.join(", ")})`)}_constraintsChanged(e,...o){if(!e)return;let r=this._hasValidConstraints(o),n=this.__previousHasConstraints&&!r;(this._hasValue||this.invalid)&&r?this._requestValidation():n&&!this.manualValidation&&this._setInvalid(!1),this.__previousHasConstraints=r}_onChange(e){e.stopPropagation(),this._requestValidation(),this.dispatchEvent(new CustomEvent("change",{detail:{sourceEvent:e},bubbles:e.bubbles,cancelable:e.cancelable}))}__isValidConstraint(e){return!!e||e===0}},Ag=ht(j_);var Sg=i=>class extends aa(lr(Ag(ur(Eg(Ne(i)))))){static get properties(){return{allowedCharPattern:{type:String,observer:"_allowedCharPatternChanged"},autoselect:{type:Boolean,value:!1},name:{type:String,reflectToAttribute:!0},placeholder:{type:String,reflectToAttribute:!0},readonly:{type:Boolean,value:!1,reflectToAttribute:!0},title:{type:String,reflectToAttribute:!0}}}static get delegateAttrs(){return[...super.delegateAttrs,"name","type","placeholder","readonly","invalid","title"]}constructor(){super(),this._boundOnPaste=this._onPaste.bind(this),this._boundOnDrop=this._onDrop.bind(this),this._boundOnBeforeInput=this._onBeforeInput.bind(this)}get slotStyles(){let e=this.localName;return[`
          /* Needed for Safari, where ::slotted(...)::placeholder does not work */
          ${e} > :is(input[slot='input'], textarea[slot='textarea'])::placeholder {
            font: inherit;
            color: inherit;
          }

          /* Override built-in autofill styles */
          ${e} > input[slot='input']:autofill {
            -webkit-text-fill-color: var(--vaadin-input-field-autofill-color, black) !important;
            background-clip: text !important;
          }

          ${e}:has(> input[slot='input']:autofill)::part(input-field) {
            --vaadin-input-field-background: var(--vaadin-input-field-autofill-background, lightyellow) !important;
            --vaadin-input-field-value-color: var(--vaadin-input-field-autofill-color, black) !important;
            --vaadin-input-field-button-text-color: var(--vaadin-input-field-autofill-color, black) !important;
          }
        `]}_onFocus(e){super._onFocus(e),this.autoselect&&this.inputElement&&this.inputElement.select()}_addInputListeners(e){super._addInputListeners(e),e.addEventListener("paste",this._boundOnPaste),e.addEventListener("drop",this._boundOnDrop),e.addEventListener("beforeinput",this._boundOnBeforeInput)}_removeInputListeners(e){super._removeInputListeners(e),e.removeEventListener("paste",this._boundOnPaste),e.removeEventListener("drop",this._boundOnDrop),e.removeEventListener("beforeinput",this._boundOnBeforeInput)}_onKeyDown(e){super._onKeyDown(e),this.allowedCharPattern&&!this.__shouldAcceptKey(e)&&e.target===this.inputElement&&(e.preventDefault(),this._markInputPrevented())}_markInputPrevented(){this.setAttribute("input-prevented",""),this._preventInputDebouncer=Me.debounce(this._preventInputDebouncer,Zs.after(200),()=>{this.removeAttribute("input-prevented")})}__shouldAcceptKey(e){return e.metaKey||e.ctrlKey||!e.key||e.key.length!==1||this.__allowedCharRegExp.test(e.key)}_onPaste(e){if(this.allowedCharPattern){let o=e.clipboardData.getData("text");this.__allowedTextRegExp.test(o)||(e.preventDefault(),this._markInputPrevented())}}_onDrop(e){if(this.allowedCharPattern){let o=e.dataTransfer.getData("text");this.__allowedTextRegExp.test(o)||(e.preventDefault(),this._markInputPrevented())}}_onBeforeInput(e){this.allowedCharPattern&&e.data&&!this.__allowedTextRegExp.test(e.data)&&(e.preventDefault(),this._markInputPrevented())}_allowedCharPatternChanged(e){if(e)try{this.__allowedCharRegExp=new RegExp(`^${e}$`,"u"),this.__allowedTextRegExp=new RegExp(`^${e}*$`,"u")}catch(o){console.error(o)}}};var $g=i=>class extends Sg(i){static get properties(){return{autocomplete:{type:String},autocorrect:{type:String,reflectToAttribute:!0},autocapitalize:{type:String,reflectToAttribute:!0}}}static get delegateAttrs(){return[...super.delegateAttrs,"autocapitalize","autocomplete","autocorrect"]}_inputElementChanged(e,o){super._inputElementChanged(e,o),e&&(e.value&&e.value!==this.value&&(console.warn(`Please define value on the <${this.localName}> component!`),e.value=""),this.value&&(e.value=this.value))}_setFocused(e){super._setFocused(e),!e&&document.hasFocus()&&this._requestValidation()}_onInput(e){super._onInput(e),this.invalid&&this._requestValidation()}_valueChanged(e,o){super._valueChanged(e,o),o!==void 0&&this.invalid&&this._requestValidation()}};var Tg=i=>class extends $g(i){static get properties(){return{maxlength:{type:Number},minlength:{type:Number},pattern:{type:String},inputMode:{type:String,attribute:"inputmode"}}}static get delegateAttrs(){return[...super.delegateAttrs,"maxlength","minlength","pattern","inputMode"]}static get constraints(){return[...super.constraints,"maxlength","minlength","pattern"]}constructor(){super(),this._setType("text")}get clearElement(){return this.$.clearButton}ready(){super.ready(),this.addController(new hr(this,e=>{this._setInputElement(e),this._setFocusElement(e),this.stateTarget=e,this.ariaTarget=e})),this.addController(new mr(this.inputElement,this._labelController))}};var Ip=class extends Tg(At(Si(Ct(Et(T))))){static get is(){return"vaadin-text-field"}static get styles(){return[ba]}render(){return y`
      <div class="vaadin-field-container">
        <div part="label">
          <slot name="label"></slot>
          <span part="required-indicator" aria-hidden="true" @click="${this.focus}"></span>
        </div>

        <vaadin-input-container
          part="input-field"
          .readonly="${this.readonly}"
          .disabled="${this.disabled}"
          .invalid="${this.invalid}"
          theme="${D(this._theme)}"
        >
          <slot name="prefix" slot="prefix"></slot>
          <slot name="input"></slot>
          ${this._renderSuffix()}
        </vaadin-input-container>

        <div part="helper-text">
          <slot name="helper"></slot>
        </div>

        <div part="error-message">
          <slot name="error-message"></slot>
        </div>
        <slot name="tooltip"></slot>
      </div>
    `}ready(){super.ready(),this._tooltipController=new ze(this),this._tooltipController.setPosition("top"),this._tooltipController.setAriaTarget(this.inputElement),this.addController(this._tooltipController)}_renderSuffix(){return y`
      <slot name="suffix" slot="suffix"></slot>
      <div id="clearButton" part="field-button clear-button" slot="suffix" aria-hidden="true"></div>
    `}};kt(Ip);ni();var Vb=i=>jb(i),Ha=(i,t)=>(typeof i=="string"&&(t=i,i=void 0),Vb(i).includes(t)),jb=(i=window)=>{if(i===void 0)return[];i.Ionic=i.Ionic||{};let t=i.Ionic.platforms;return t==null&&(t=i.Ionic.platforms=Mw(i),t.forEach((e=>i.document.documentElement.classList.add(`plt-${e}`)))),t},Mw=i=>{let t=ne.get("platform");return Object.keys(Hb).filter((e=>{let o=t?.[e];return typeof o=="function"?o(i):Hb[e](i)}))},Jp=i=>!!bo(i,/iPad/i)||!(!bo(i,/Macintosh/i)||!Fa(i)),Bb=i=>bo(i,/android|sink/i),Fa=i=>Pw(i,"(any-pointer:coarse)"),Fb=i=>Ub(i)||qb(i),Ub=i=>!!(i.cordova||i.phonegap||i.PhoneGap),qb=i=>!!i.Capacitor?.isNativePlatform?.(),bo=(i,t)=>t.test(i.navigator.userAgent),Pw=(i,t)=>i.matchMedia?.(t).matches,Hb={ipad:Jp,iphone:i=>bo(i,/iPhone/i),ios:i=>bo(i,/iPhone|iPod/i)||Jp(i),android:Bb,phablet:i=>{let t=i.innerWidth,e=i.innerHeight,o=Math.min(t,e),r=Math.max(t,e);return o>390&&o<520&&r>620&&r<800},tablet:i=>{let t=i.innerWidth,e=i.innerHeight,o=Math.min(t,e),r=Math.max(t,e);return Jp(i)||(n=>Bb(n)&&!bo(n,/mobile/i))(i)||o>460&&o<820&&r>780&&r<1400},cordova:Ub,capacitor:qb,electron:i=>bo(i,/electron/i),pwa:i=>!(!i.matchMedia?.("(display-mode: standalone)").matches&&!i.navigator.standalone),mobile:Fa,mobileweb:i=>Fa(i)&&!Fb(i),desktop:i=>!Fa(i),hybrid:Fb},yr,le=i=>i&&yb(i)||yr,Qp=(i={})=>{if(typeof window>"u")return;let t=window.document,e=window,o=e.Ionic=e.Ionic||{},r={...Qg(e),persistConfig:!1,...o.config,...eb(e),...i};ne.reset(r),ne.getBoolean("persistConfig")&&tb(e,r),jb(e),o.config=ne,o.mode=yr=ne.get("mode",t.documentElement.getAttribute("mode")||(Ha(e,"ios")?"ios":"md")),ne.set("mode",yr),t.documentElement.setAttribute("mode",yr),t.documentElement.classList.add(yr),ne.getBoolean("_testing")&&ne.set("animated",!1);let n=a=>a.tagName?.startsWith("ION-"),s=a=>["ios","md"].includes(a);bb((a=>{for(;a;){let l=a.mode||a.getAttribute("mode");if(l){if(s(l))return l;n(a)&&gr('Invalid ionic mode: "'+l+'", expected: "ios" or "md"')}a=a.parentElement}return yr}))};var Yt=(i,t)=>t.closest(i)!==null,Mi=(i,t)=>typeof i=="string"&&i.length>0?{"ion-color":!0,[`ion-color-${i}`]:!0,...t}:t;var Rw=/^[a-z][a-z0-9+\-.]*:/,Wb=async(i,t,e,o)=>{if(i!=null&&i[0]!=="#"&&!Rw.test(i)){let r=document.querySelector("ion-router");if(r)return t?.preventDefault(),r.push(i,e,o)}return!1};ni();Da();vo();var zw=(i,t,e,o=[])=>{let r,n=$n(i,t),s=t.filter((d=>!o.includes(d))),a=new Set,l=(d,p)=>{p===null?a.delete(d):a.add(d)},c=()=>{r===void 0&&s.length!==0&&xe!==void 0&&"MutationObserver"in xe&&((()=>{let d={};for(let p of s){let u=i.getAttribute(p),m=a.has(p);l(p,u),u===null&&!m||u===n[p]||(d[p]=u)}Object.keys(d).length>0&&(n={...n,...d},e())})(),r=new MutationObserver((d=>{let p={};for(let u of d){let m=u.attributeName,g=i.getAttribute(m);l(m,g),p[m]=g}n={...n,...p},e()})),r.observe(i,{attributeFilter:s}))};return c(),{get attributes(){return n},init:c,destroy:()=>{r?.disconnect(),r=void 0}}},Kb=(i,t,e=[])=>zw(i,Kp,t,e);vo();ni();var Nw=ae(class extends se{constructor(i){super(),i!==!1&&this.__registerHost(),this.__attachShadow(),this.type="bounded"}async addRipple(i,t){return new Promise((e=>{ub((()=>{let o=this.el.getBoundingClientRect(),r=o.width,n=o.height,s=Math.sqrt(r*r+n*n),a=Math.max(n,r),l=this.unbounded?a:s+Bw,c=Math.floor(a*Fw),d=l/c,p=i-o.left,u=t-o.top;this.unbounded&&(p=.5*r,u=.5*n);let m=p-.5*c,g=u-.5*c,b=.5*r-p,w=.5*n-u;Oa((()=>{let x=document.createElement("div");x.classList.add("ripple-effect");let k=x.style;k.top=g+"px",k.left=m+"px",k.width=k.height=c+"px",k.setProperty("--final-scale",`${d}`),k.setProperty("--translate-end",`${b}px, ${w}px`),(this.el.shadowRoot||this.el).appendChild(x),setTimeout((()=>{e((()=>{Dw(x)}))}),325)}))}))}))}get unbounded(){return this.type==="unbounded"}render(){let i=le(this);return A(ee,{key:"371350cb76e98338ef7467191aaaf817b1298b3f",role:"presentation",class:{[i]:!0,unbounded:this.unbounded}})}get el(){return this}static get style(){return":host{left:0;right:0;top:0;bottom:0;position:absolute;contain:strict;pointer-events:none}:host(.unbounded){contain:layout size style}.ripple-effect{border-radius:50%;position:absolute;background-color:currentColor;color:inherit;contain:strict;opacity:0;-webkit-animation:225ms rippleAnimation forwards, 75ms fadeInAnimation forwards;animation:225ms rippleAnimation forwards, 75ms fadeInAnimation forwards;will-change:transform, opacity;pointer-events:none}.fade-out{-webkit-transform:translate(var(--translate-end)) scale(var(--final-scale, 1));transform:translate(var(--translate-end)) scale(var(--final-scale, 1));-webkit-animation:150ms fadeOutAnimation forwards;animation:150ms fadeOutAnimation forwards}@-webkit-keyframes rippleAnimation{from{-webkit-animation-timing-function:cubic-bezier(0.4, 0, 0.2, 1);animation-timing-function:cubic-bezier(0.4, 0, 0.2, 1);-webkit-transform:scale(1);transform:scale(1)}to{-webkit-transform:translate(var(--translate-end)) scale(var(--final-scale, 1));transform:translate(var(--translate-end)) scale(var(--final-scale, 1))}}@keyframes rippleAnimation{from{-webkit-animation-timing-function:cubic-bezier(0.4, 0, 0.2, 1);animation-timing-function:cubic-bezier(0.4, 0, 0.2, 1);-webkit-transform:scale(1);transform:scale(1)}to{-webkit-transform:translate(var(--translate-end)) scale(var(--final-scale, 1));transform:translate(var(--translate-end)) scale(var(--final-scale, 1))}}@-webkit-keyframes fadeInAnimation{from{-webkit-animation-timing-function:linear;animation-timing-function:linear;opacity:0}to{opacity:0.16}}@keyframes fadeInAnimation{from{-webkit-animation-timing-function:linear;animation-timing-function:linear;opacity:0}to{opacity:0.16}}@-webkit-keyframes fadeOutAnimation{from{-webkit-animation-timing-function:linear;animation-timing-function:linear;opacity:0.16}to{opacity:0}}@keyframes fadeOutAnimation{from{-webkit-animation-timing-function:linear;animation-timing-function:linear;opacity:0.16}to{opacity:0}}"}},[1,"ion-ripple-effect",{type:[1],addRipple:[64]}]),Dw=i=>{i.classList.add("fade-out"),setTimeout((()=>{i.remove()}),200)},Bw=10,Fw=.5;function Gb(){typeof customElements<"u"&&["ion-ripple-effect"].forEach((i=>{i==="ion-ripple-effect"&&(customElements.get(i)||customElements.define(i,Nw))}))}var Yb=ae(class extends se{constructor(i){super(),i!==!1&&this.__registerHost(),this.__attachShadow(),this.ionFocus=Lt(this,"ionFocus",7),this.ionBlur=Lt(this,"ionBlur",7),this.inItem=!1,this.inListHeader=!1,this.inToolbar=!1,this.formButtonEl=null,this.formEl=null,this.isCircle=!1,this.buttonType="button",this.disabled=!1,this.routerDirection="forward",this.strong=!1,this.type="button",this.handleClick=t=>{let{el:e}=this;this.type==="button"?Wb(this.href,t,this.routerDirection,this.routerAnimation):Ib(e)&&this.submitForm(t)},this.onFocus=()=>{this.ionFocus.emit()},this.onBlur=()=>{this.ionBlur.emit()},this.slotChanged=()=>{this.isCircle=this.hasIconOnly}}disabledChanged(){let{disabled:i}=this;this.formButtonEl&&(this.formButtonEl.disabled=i)}renderHiddenButton(){let i=this.formEl=this.findForm();if(i){let{formButtonEl:t}=this;if(t!==null&&i.contains(t))return t.disabled=this.disabled,void(t.type=this.type);let e=this.formButtonEl=document.createElement("button");e.type=this.type,e.style.display="none",e.disabled=this.disabled,i.appendChild(e)}}componentWillLoad(){this.inToolbar=!!this.el.closest("ion-buttons"),this.inListHeader=!!this.el.closest("ion-list-header"),this.inItem=!!this.el.closest("ion-item")||!!this.el.closest("ion-item-divider"),this.ariaController=Kb(this.el,(()=>Be(this)),["aria-disabled","role"])}connectedCallback(){this.ariaController?.init()}disconnectedCallback(){this.ariaController?.destroy()}get hasIconOnly(){return!!this.el.querySelector('[slot="icon-only"]')}get rippleType(){return(this.fill===void 0||this.fill==="clear")&&this.hasIconOnly&&this.inToolbar?"unbounded":"bounded"}findForm(){let{form:i}=this;if(i instanceof HTMLFormElement)return i;if(typeof i=="string"){let t=document.getElementById(i);return t?t instanceof HTMLFormElement?t:(gr(`[ion-button] - Form with selector: "#${i}" could not be found. Verify that the id is attached to a <form> element.`,this.el),null):(gr(`[ion-button] - Form with selector: "#${i}" could not be found. Verify that the id is correct and the form is rendered in the DOM.`,this.el),null)}return i!==void 0?(gr('[ion-button] - The provided "form" element is invalid. Verify that the form is a HTMLFormElement and rendered in the DOM.',this.el),null):this.el.closest("form")}submitForm(i){this.formEl&&this.formButtonEl&&(i.preventDefault(),this.formButtonEl.click())}render(){let i=le(this),{buttonType:t,type:e,disabled:o,rel:r,target:n,size:s,href:a,color:l,expand:c,hasIconOnly:d,shape:p,strong:u}=this,m=this.ariaController?.attributes??{},g=s===void 0&&this.inItem?"small":s,b=a===void 0?"button":"a",w=b==="button"?{type:e}:{download:this.download,href:a,rel:r,target:n},x=this.fill;return x===void 0&&(x=this.inToolbar||this.inListHeader?"clear":"solid"),e!=="button"&&this.renderHiddenButton(),A(ee,{key:"fd42d1a5836c148cddd6c474c130ce4bb36286ea",onClick:this.handleClick,"aria-disabled":o?"true":null,class:Mi(l,{[i]:!0,[t]:!0,[`${t}-${c}`]:c!==void 0,[`${t}-${g}`]:g!==void 0,[`${t}-${p}`]:p!==void 0,[`${t}-${x}`]:!0,[`${t}-strong`]:u,"in-toolbar":Yt("ion-toolbar",this.el),"in-toolbar-color":Yt("ion-toolbar[color]",this.el),"in-buttons":Yt("ion-buttons",this.el),"button-has-icon-only":d,"button-disabled":o,"ion-activatable":!0,"ion-focusable":!0})},A(b,{key:"97dbf689ea912aed38182dbe0097a2bf5b768816",...w,class:"button-native",part:"native",disabled:o,onFocus:this.onFocus,onBlur:this.onBlur,...m},A("span",{key:"0f1ff4c667e95a8e3dc787fee43fe529b95477b7",class:"button-inner"},A("slot",{key:"fc1e8b8080d02828c392e9edd6a70e0255435f82",name:"icon-only",onSlotchange:this.slotChanged}),A("slot",{key:"c1ece4c0d935f4d023d38fee4cf529dd4123d487",name:"start"}),A("slot",{key:"970db0ee1e3633bc9cbff52eca446e4891ff6851"}),A("slot",{key:"ef8d7d894f01dbe881f381b985620c2a482e55fe",name:"end"})),i==="md"&&A("ion-ripple-effect",{key:"fea5e49a54b0efd07b1bd35d9fd5d2d862a2bac1",type:this.rippleType})))}get el(){return this}static get watchers(){return{disabled:[{disabledChanged:0}]}}static get style(){return{ios:':host{--overflow:hidden;--ripple-color:currentColor;--border-width:initial;--border-color:initial;--border-style:initial;--color-activated:var(--color);--color-focused:var(--color);--color-hover:var(--color);--box-shadow:none;display:inline-block;width:auto;color:var(--color);font-family:var(--ion-font-family, inherit);text-align:center;text-decoration:none;white-space:normal;-webkit-user-select:none;-moz-user-select:none;-ms-user-select:none;user-select:none;vertical-align:top;vertical-align:-webkit-baseline-middle;-webkit-font-kerning:none;font-kerning:none}:host(.button-disabled){cursor:default;opacity:0.5;pointer-events:none}:host(.button-solid){--background:var(--ion-color-primary, #0054e9);--color:var(--ion-color-primary-contrast, #fff)}:host(.button-outline){--border-color:var(--ion-color-primary, #0054e9);--background:transparent;--color:var(--ion-color-primary, #0054e9)}:host(.button-clear){--border-width:0;--background:transparent;--color:var(--ion-color-primary, #0054e9)}:host(.button-block){display:block}:host(.button-block) .button-native{margin-left:0;margin-right:0;width:100%;clear:both;contain:content}:host(.button-block) .button-native::after{clear:both}:host(.button-full){display:block}:host(.button-full) .button-native{margin-left:0;margin-right:0;width:100%;contain:content}:host(.button-full:not(.button-round)) .button-native{border-radius:0;border-right-width:0;border-left-width:0}.button-native{border-radius:var(--border-radius);-moz-osx-font-smoothing:grayscale;-webkit-font-smoothing:antialiased;margin-left:0;margin-right:0;margin-top:0;margin-bottom:0;-webkit-padding-start:var(--padding-start);padding-inline-start:var(--padding-start);-webkit-padding-end:var(--padding-end);padding-inline-end:var(--padding-end);padding-top:var(--padding-top);padding-bottom:var(--padding-bottom);font-family:inherit;font-size:inherit;font-style:inherit;font-weight:inherit;letter-spacing:inherit;text-decoration:inherit;text-indent:inherit;text-overflow:inherit;text-transform:inherit;text-align:inherit;white-space:inherit;color:inherit;display:-ms-flexbox;display:flex;position:relative;-ms-flex-align:center;align-items:center;width:100%;height:100%;min-height:inherit;-webkit-transition:var(--transition);transition:var(--transition);border-width:var(--border-width);border-style:var(--border-style);border-color:var(--border-color);outline:none;background:var(--background);line-height:1;-webkit-box-shadow:var(--box-shadow);box-shadow:var(--box-shadow);contain:layout style;cursor:pointer;opacity:var(--opacity);overflow:var(--overflow);z-index:0;-webkit-box-sizing:border-box;box-sizing:border-box;-webkit-appearance:none;-moz-appearance:none;appearance:none}.button-native::-moz-focus-inner{border:0}.button-inner{display:-ms-flexbox;display:flex;position:relative;-ms-flex-flow:row nowrap;flex-flow:row nowrap;-ms-flex-negative:0;flex-shrink:0;-ms-flex-align:center;align-items:center;-ms-flex-pack:center;justify-content:center;width:100%;height:100%;z-index:1}::slotted([slot=start]),::slotted([slot=end]){-ms-flex-negative:0;flex-shrink:0}::slotted(ion-icon){font-size:1.35em;pointer-events:none}::slotted(ion-icon[slot=start]){-webkit-margin-start:-0.3em;margin-inline-start:-0.3em;-webkit-margin-end:0.3em;margin-inline-end:0.3em;margin-top:0;margin-bottom:0}::slotted(ion-icon[slot=end]){-webkit-margin-start:0.3em;margin-inline-start:0.3em;-webkit-margin-end:-0.2em;margin-inline-end:-0.2em;margin-top:0;margin-bottom:0}ion-ripple-effect{color:var(--ripple-color)}.button-native::after{left:0;right:0;top:0;bottom:0;position:absolute;content:"";opacity:0}:host(.ion-focused){color:var(--color-focused)}:host(.ion-focused) .button-native::after{background:var(--background-focused);opacity:var(--background-focused-opacity)}@media (any-hover: hover){:host(:hover){color:var(--color-hover)}:host(:hover) .button-native::after{background:var(--background-hover);opacity:var(--background-hover-opacity)}}:host(.ion-activated){color:var(--color-activated)}:host(.ion-activated) .button-native::after{background:var(--background-activated);opacity:var(--background-activated-opacity)}:host(.button-solid.ion-color) .button-native{background:var(--ion-color-base);color:var(--ion-color-contrast)}:host(.button-outline.ion-color) .button-native{border-color:var(--ion-color-base);background:transparent;color:var(--ion-color-base)}:host(.button-clear.ion-color) .button-native{background:transparent;color:var(--ion-color-base)}:host(.in-toolbar:not(.ion-color):not(.in-toolbar-color)) .button-native{color:var(--ion-toolbar-color, var(--color))}:host(.button-outline.in-toolbar:not(.ion-color):not(.in-toolbar-color)) .button-native{border-color:var(--ion-toolbar-color, var(--color, var(--border-color)))}:host(.button-solid.in-toolbar:not(.ion-color):not(.in-toolbar-color)) .button-native{background:var(--ion-toolbar-color, var(--background));color:var(--ion-toolbar-background, var(--color))}:host{--border-radius:14px;--padding-top:13px;--padding-bottom:13px;--padding-start:1em;--padding-end:1em;--transition:background-color, opacity 100ms linear;-webkit-margin-start:2px;margin-inline-start:2px;-webkit-margin-end:2px;margin-inline-end:2px;margin-top:4px;margin-bottom:4px;min-height:3.1em;font-size:min(1rem, 48px);font-weight:500;letter-spacing:0}:host(.button-solid){--background-activated:var(--ion-color-primary-shade, #004acd);--background-focused:var(--ion-color-primary-shade, #004acd);--background-hover:var(--ion-color-primary-tint, #1a65eb);--background-activated-opacity:1;--background-focused-opacity:1;--background-hover-opacity:1}:host(.button-outline){--border-radius:14px;--border-width:1px;--border-style:solid;--background-activated:var(--ion-color-primary, #0054e9);--background-focused:var(--ion-color-primary, #0054e9);--background-hover:transparent;--background-focused-opacity:.1;--color-activated:var(--ion-color-primary-contrast, #fff)}:host(.button-clear){--background-activated:transparent;--background-activated-opacity:0;--background-focused:var(--ion-color-primary, #0054e9);--background-hover:transparent;--background-focused-opacity:.1;font-size:min(1.0625rem, 51px);font-weight:normal}:host(.in-buttons){font-size:clamp(17px, 1.0625rem, 21.08px);font-weight:400}:host(.button-large){--border-radius:16px;--padding-top:17px;--padding-start:1em;--padding-end:1em;--padding-bottom:17px;min-height:3.1em;font-size:min(1.25rem, 60px)}:host(.button-small){--border-radius:6px;--padding-top:4px;--padding-start:0.9em;--padding-end:0.9em;--padding-bottom:4px;min-height:2.1em;font-size:min(0.8125rem, 39px)}:host(.button-round){--border-radius:999px;--padding-top:0;--padding-start:26px;--padding-end:26px;--padding-bottom:0}:host(.button-strong){font-weight:600}:host(.button-has-icon-only){--padding-top:0;--padding-bottom:var(--padding-top);--padding-end:var(--padding-top);--padding-start:var(--padding-end);min-width:clamp(30px, 2.125em, 60px);min-height:clamp(30px, 2.125em, 60px)}::slotted(ion-icon[slot=icon-only]){font-size:clamp(15.12px, 1.125em, 43.02px)}:host(.button-small.button-has-icon-only){min-width:clamp(23px, 2.16em, 54px);min-height:clamp(23px, 2.16em, 54px)}:host(.button-small) ::slotted(ion-icon[slot=icon-only]){font-size:clamp(12.1394px, 1.308125em, 40.1856px)}:host(.button-large.button-has-icon-only){min-width:clamp(46px, 2.5em, 78px);min-height:clamp(46px, 2.5em, 78px)}:host(.button-large) ::slotted(ion-icon[slot=icon-only]){font-size:clamp(15.12px, 0.9em, 43.056px)}:host(.button-outline.ion-focused.ion-color) .button-native,:host(.button-clear.ion-focused.ion-color) .button-native{color:var(--ion-color-base)}:host(.button-outline.ion-focused.ion-color) .button-native::after,:host(.button-clear.ion-focused.ion-color) .button-native::after{background:var(--ion-color-base)}:host(.button-solid.ion-color.ion-focused) .button-native::after{background:var(--ion-color-shade)}@media (any-hover: hover){:host(.button-clear:not(.ion-activated):hover),:host(.button-outline:not(.ion-activated):hover){opacity:0.6}:host(.button-clear.ion-color:hover) .button-native,:host(.button-outline.ion-color:hover) .button-native{color:var(--ion-color-base)}:host(.button-clear.ion-color:hover) .button-native::after,:host(.button-outline.ion-color:hover) .button-native::after{background:transparent}:host(.button-solid.ion-color:hover) .button-native::after{background:var(--ion-color-tint)}:host(:hover.button-solid.in-toolbar:not(.ion-color):not(.in-toolbar-color):not(.ion-activated)) .button-native::after{background:#fff;opacity:0.1}}:host(.button-clear.ion-activated){opacity:0.4}:host(.button-outline.ion-activated.ion-color) .button-native{color:var(--ion-color-contrast)}:host(.button-outline.ion-activated.ion-color) .button-native::after{background:var(--ion-color-base)}:host(.button-solid.ion-color.ion-activated) .button-native::after{background:var(--ion-color-shade)}:host(.button-outline.ion-activated.in-toolbar:not(.ion-color):not(.in-toolbar-color)) .button-native{background:var(--ion-toolbar-color, var(--color));color:var(--ion-toolbar-background, var(--background), var(--ion-color-primary-contrast, #fff))}',md:':host{--overflow:hidden;--ripple-color:currentColor;--border-width:initial;--border-color:initial;--border-style:initial;--color-activated:var(--color);--color-focused:var(--color);--color-hover:var(--color);--box-shadow:none;display:inline-block;width:auto;color:var(--color);font-family:var(--ion-font-family, inherit);text-align:center;text-decoration:none;white-space:normal;-webkit-user-select:none;-moz-user-select:none;-ms-user-select:none;user-select:none;vertical-align:top;vertical-align:-webkit-baseline-middle;-webkit-font-kerning:none;font-kerning:none}:host(.button-disabled){cursor:default;opacity:0.5;pointer-events:none}:host(.button-solid){--background:var(--ion-color-primary, #0054e9);--color:var(--ion-color-primary-contrast, #fff)}:host(.button-outline){--border-color:var(--ion-color-primary, #0054e9);--background:transparent;--color:var(--ion-color-primary, #0054e9)}:host(.button-clear){--border-width:0;--background:transparent;--color:var(--ion-color-primary, #0054e9)}:host(.button-block){display:block}:host(.button-block) .button-native{margin-left:0;margin-right:0;width:100%;clear:both;contain:content}:host(.button-block) .button-native::after{clear:both}:host(.button-full){display:block}:host(.button-full) .button-native{margin-left:0;margin-right:0;width:100%;contain:content}:host(.button-full:not(.button-round)) .button-native{border-radius:0;border-right-width:0;border-left-width:0}.button-native{border-radius:var(--border-radius);-moz-osx-font-smoothing:grayscale;-webkit-font-smoothing:antialiased;margin-left:0;margin-right:0;margin-top:0;margin-bottom:0;-webkit-padding-start:var(--padding-start);padding-inline-start:var(--padding-start);-webkit-padding-end:var(--padding-end);padding-inline-end:var(--padding-end);padding-top:var(--padding-top);padding-bottom:var(--padding-bottom);font-family:inherit;font-size:inherit;font-style:inherit;font-weight:inherit;letter-spacing:inherit;text-decoration:inherit;text-indent:inherit;text-overflow:inherit;text-transform:inherit;text-align:inherit;white-space:inherit;color:inherit;display:-ms-flexbox;display:flex;position:relative;-ms-flex-align:center;align-items:center;width:100%;height:100%;min-height:inherit;-webkit-transition:var(--transition);transition:var(--transition);border-width:var(--border-width);border-style:var(--border-style);border-color:var(--border-color);outline:none;background:var(--background);line-height:1;-webkit-box-shadow:var(--box-shadow);box-shadow:var(--box-shadow);contain:layout style;cursor:pointer;opacity:var(--opacity);overflow:var(--overflow);z-index:0;-webkit-box-sizing:border-box;box-sizing:border-box;-webkit-appearance:none;-moz-appearance:none;appearance:none}.button-native::-moz-focus-inner{border:0}.button-inner{display:-ms-flexbox;display:flex;position:relative;-ms-flex-flow:row nowrap;flex-flow:row nowrap;-ms-flex-negative:0;flex-shrink:0;-ms-flex-align:center;align-items:center;-ms-flex-pack:center;justify-content:center;width:100%;height:100%;z-index:1}::slotted([slot=start]),::slotted([slot=end]){-ms-flex-negative:0;flex-shrink:0}::slotted(ion-icon){font-size:1.35em;pointer-events:none}::slotted(ion-icon[slot=start]){-webkit-margin-start:-0.3em;margin-inline-start:-0.3em;-webkit-margin-end:0.3em;margin-inline-end:0.3em;margin-top:0;margin-bottom:0}::slotted(ion-icon[slot=end]){-webkit-margin-start:0.3em;margin-inline-start:0.3em;-webkit-margin-end:-0.2em;margin-inline-end:-0.2em;margin-top:0;margin-bottom:0}ion-ripple-effect{color:var(--ripple-color)}.button-native::after{left:0;right:0;top:0;bottom:0;position:absolute;content:"";opacity:0}:host(.ion-focused){color:var(--color-focused)}:host(.ion-focused) .button-native::after{background:var(--background-focused);opacity:var(--background-focused-opacity)}@media (any-hover: hover){:host(:hover){color:var(--color-hover)}:host(:hover) .button-native::after{background:var(--background-hover);opacity:var(--background-hover-opacity)}}:host(.ion-activated){color:var(--color-activated)}:host(.ion-activated) .button-native::after{background:var(--background-activated);opacity:var(--background-activated-opacity)}:host(.button-solid.ion-color) .button-native{background:var(--ion-color-base);color:var(--ion-color-contrast)}:host(.button-outline.ion-color) .button-native{border-color:var(--ion-color-base);background:transparent;color:var(--ion-color-base)}:host(.button-clear.ion-color) .button-native{background:transparent;color:var(--ion-color-base)}:host(.in-toolbar:not(.ion-color):not(.in-toolbar-color)) .button-native{color:var(--ion-toolbar-color, var(--color))}:host(.button-outline.in-toolbar:not(.ion-color):not(.in-toolbar-color)) .button-native{border-color:var(--ion-toolbar-color, var(--color, var(--border-color)))}:host(.button-solid.in-toolbar:not(.ion-color):not(.in-toolbar-color)) .button-native{background:var(--ion-toolbar-color, var(--background));color:var(--ion-toolbar-background, var(--color))}:host{--border-radius:4px;--padding-top:8px;--padding-bottom:8px;--padding-start:1.1em;--padding-end:1.1em;--transition:box-shadow 280ms cubic-bezier(.4, 0, .2, 1),                 background-color 15ms linear,                 color 15ms linear;-webkit-margin-start:2px;margin-inline-start:2px;-webkit-margin-end:2px;margin-inline-end:2px;margin-top:4px;margin-bottom:4px;min-height:36px;font-size:0.875rem;font-weight:500;letter-spacing:0.06em;text-transform:uppercase}:host(.button-solid){--background-activated:transparent;--background-hover:var(--ion-color-primary-contrast, #fff);--background-focused:var(--ion-color-primary-contrast, #fff);--background-activated-opacity:0;--background-focused-opacity:.24;--background-hover-opacity:.08;--box-shadow:0 3px 1px -2px rgba(0, 0, 0, 0.2), 0 2px 2px 0 rgba(0, 0, 0, 0.14), 0 1px 5px 0 rgba(0, 0, 0, 0.12)}:host(.button-solid.ion-activated){--box-shadow:0 5px 5px -3px rgba(0, 0, 0, 0.2), 0 8px 10px 1px rgba(0, 0, 0, 0.14), 0 3px 14px 2px rgba(0, 0, 0, 0.12)}:host(.button-outline){--border-width:2px;--border-style:solid;--box-shadow:none;--background-activated:transparent;--background-focused:var(--ion-color-primary, #0054e9);--background-hover:var(--ion-color-primary, #0054e9);--background-activated-opacity:0;--background-focused-opacity:.12;--background-hover-opacity:.04}:host(.button-outline.ion-activated.ion-color) .button-native{background:transparent}:host(.button-clear){--background-activated:transparent;--background-focused:var(--ion-color-primary, #0054e9);--background-hover:var(--ion-color-primary, #0054e9);--background-activated-opacity:0;--background-focused-opacity:.12;--background-hover-opacity:.04}:host(.button-round){--border-radius:999px;--padding-top:0;--padding-start:26px;--padding-end:26px;--padding-bottom:0}:host(.button-large){--padding-top:14px;--padding-start:1em;--padding-end:1em;--padding-bottom:14px;min-height:2.8em;font-size:1.25rem}:host(.button-small){--padding-top:4px;--padding-start:0.9em;--padding-end:0.9em;--padding-bottom:4px;min-height:2.1em;font-size:0.8125rem}:host(.button-strong){font-weight:bold}:host(.button-has-icon-only){--padding-top:0;--padding-bottom:var(--padding-top);--padding-end:var(--padding-top);--padding-start:var(--padding-end);min-width:clamp(30px, 2.86em, 60px);min-height:clamp(30px, 2.86em, 60px)}::slotted(ion-icon[slot=icon-only]){font-size:clamp(15.104px, 1.6em, 43.008px)}:host(.button-small.button-has-icon-only){min-width:clamp(23px, 2.16em, 54px);min-height:clamp(23px, 2.16em, 54px)}:host(.button-small) ::slotted(ion-icon[slot=icon-only]){font-size:clamp(13.002px, 1.23125em, 40.385px)}:host(.button-large.button-has-icon-only){min-width:clamp(46px, 2.5em, 78px);min-height:clamp(46px, 2.5em, 78px)}:host(.button-large) ::slotted(ion-icon[slot=icon-only]){font-size:clamp(15.008px, 1.4em, 43.008px)}:host(.button-solid.ion-color.ion-focused) .button-native::after{background:var(--ion-color-contrast)}:host(.button-clear.ion-color.ion-focused) .button-native::after,:host(.button-outline.ion-color.ion-focused) .button-native::after{background:var(--ion-color-base)}@media (any-hover: hover){:host(.button-solid.ion-color:hover) .button-native::after{background:var(--ion-color-contrast)}:host(.button-clear.ion-color:hover) .button-native::after,:host(.button-outline.ion-color:hover) .button-native::after{background:var(--ion-color-base)}}:host(.button-outline.ion-activated.in-toolbar:not(.ion-color):not(.in-toolbar-color)) .button-native{background:var(--ion-toolbar-background, var(--color));color:var(--ion-toolbar-color, var(--background), var(--ion-color-primary-contrast, #fff))}'}}},[289,"ion-button",{color:[513],buttonType:[1025,"button-type"],disabled:[516],expand:[513],fill:[1537],routerDirection:[1,"router-direction"],routerAnimation:[16],download:[1],href:[1],rel:[1],shape:[513],size:[513],strong:[4],target:[1],type:[1],form:[1],isCircle:[32]},void 0,{disabled:[{disabledChanged:0}]}]);function Xb(){typeof customElements<"u"&&["ion-button","ion-ripple-effect"].forEach((i=>{switch(i){case"ion-button":customElements.get(i)||customElements.define(i,Yb);break;case"ion-ripple-effect":customElements.get(i)||Gb()}}))}var Zb=Xb;ni();vo();var Va=(i,t,e=["item-multiple-inputs"])=>{let o=i.closest("ion-item");if(!o||typeof MutationObserver>"u")return;let r=()=>e.map((a=>o.classList.contains(a))).join(","),n=r(),s=new MutationObserver((()=>{let a=r();a!==n&&(n=a,t())}));return s.observe(o,{attributes:!0,attributeFilter:["class"]}),s};var si=i=>{let t=i.classList.contains("ion-touched"),e=i.classList.contains("ion-invalid");return t&&e};var Jb=ae(class extends se{constructor(i){super(),i!==!1&&this.__registerHost(),this.__attachShadow(),this.ionChange=Lt(this,"ionChange",7),this.ionFocus=Lt(this,"ionFocus",7),this.ionBlur=Lt(this,"ionBlur",7),this.inputId="ion-cb-"+Hw++,this.inputLabelId=`${this.inputId}-lbl`,this.helperTextId=`${this.inputId}-helper-text`,this.errorTextId=`${this.inputId}-error-text`,this.inheritedAttributes={},this.name=this.inputId,this.checked=!1,this.indeterminate=!1,this.disabled=!1,this.value="on",this.labelPlacement="start",this.required=!1,this.isInvalid=!1,this.hasLabelContent=!1,this.setChecked=t=>{let e=this.checked=t;this.ionChange.emit({checked:e,value:this.value})},this.toggleChecked=t=>{t.preventDefault(),this.setChecked(!this.checked),this.indeterminate=!1},this.onFocus=()=>{this.ionFocus.emit()},this.onBlur=()=>{this.ionBlur.emit()},this.onKeyDown=t=>{t.key===" "&&(t.preventDefault(),this.disabled||this.toggleChecked(t))},this.onClick=t=>{this.disabled||this.toggleChecked(t)},this.onDivLabelClick=t=>{t.stopPropagation()}}connectedCallback(){let{el:i}=this;typeof MutationObserver<"u"&&(this.validationObserver=new MutationObserver((t=>{if(t.some((e=>e.type==="characterData"||e.type==="childList"))&&(this.hasLabelContent=this.el.textContent!==""),t.some((e=>e.type==="attributes"&&e.target===i))){let e=si(i);this.isInvalid!==e&&(this.isInvalid=e,Promise.resolve().then((()=>{this.hintTextId=this.getHintTextId()})))}})),this.validationObserver.observe(i,{attributes:!0,attributeFilter:["class"],characterData:!0,childList:!0,subtree:!0})),this.isInvalid=si(i),this.hasLabelContent=this.el.textContent!=="",this.itemFocusObserver=Va(i,(()=>Be(this)))}componentWillLoad(){this.inheritedAttributes={...br(this.el)},this.hintTextId=this.getHintTextId()}disconnectedCallback(){this.validationObserver&&(this.validationObserver.disconnect(),this.validationObserver=void 0),this.itemFocusObserver&&(this.itemFocusObserver.disconnect(),this.itemFocusObserver=void 0)}async setFocus(){this.el.focus()}getHintTextId(){let{helperText:i,errorText:t,helperTextId:e,errorTextId:o,isInvalid:r}=this;return r&&t?o:i?e:void 0}renderHintText(){let{helperText:i,errorText:t,helperTextId:e,errorTextId:o,isInvalid:r}=this;if(i||t)return A("div",{class:"checkbox-bottom"},A("div",{id:e,class:"helper-text",part:"supporting-text helper-text","aria-live":"polite"},r?null:i),A("div",{id:o,class:"error-text",part:"supporting-text error-text",role:"alert"},r?t:null))}render(){let{color:i,checked:t,disabled:e,el:o,getSVGPath:r,indeterminate:n,inheritedAttributes:s,inputId:a,justify:l,labelPlacement:c,name:d,value:p,alignment:u,required:m}=this,g=le(this),b=r(g,n),w=Yt("ion-item",o),x=Yt("ion-item.item-multiple-inputs",o);return Ba(!0,o,d,t?p:"",e),A(ee,{key:"6de0a71ffc45e65a4cf5ab0a1216f3ccd159d8de",role:"checkbox","aria-checked":n?"mixed":`${t}`,"aria-describedby":this.hintTextId,"aria-invalid":this.isInvalid?"true":void 0,"aria-labelledby":this.hasLabelContent?this.inputLabelId:null,"aria-label":s["aria-label"]||null,"aria-disabled":e?"true":null,"aria-required":m?"true":void 0,tabindex:e?void 0:0,onKeyDown:this.onKeyDown,onFocus:this.onFocus,onBlur:this.onBlur,onClick:this.onClick,class:Mi(i,{[g]:!0,"in-item":w,"checkbox-checked":t,"checkbox-disabled":e,"checkbox-indeterminate":n,interactive:!0,"ion-focusable":!w||x,[`checkbox-justify-${l}`]:l!==void 0,[`checkbox-alignment-${u}`]:u!==void 0,[`checkbox-label-placement-${c}`]:!0})},A("label",{key:"acca2f5b0a37aa70930b2f74ff4857939b2be2b0",class:"checkbox-wrapper",htmlFor:a},A("input",{key:"f46e409383e9d3ffc3daae8e7cd4159427d4c8fe",type:"checkbox",checked:!!t||void 0,disabled:e,id:a,onChange:this.toggleChecked,required:m,...s}),A("div",{key:"69d8bf21c781cd9b1f56ceae40ff7911e6f5adfe",class:{"label-text-wrapper":!0,"label-text-wrapper-hidden":!this.hasLabelContent},part:"label",id:this.inputLabelId,onClick:this.onDivLabelClick},A("slot",{key:"3c444ab897456c522588fc6cee616030f16b0586"}),this.renderHintText()),A("div",{key:"0a18dfe7a68a8eec08ce8764bd2c8a59c4a38802",class:"native-wrapper"},A("svg",{key:"56b298b54ebc88a429a9dd67b8dabd7063759b3a",class:"checkbox-icon",viewBox:"0 0 24 24",part:"container","aria-hidden":"true"},b))))}getSVGPath(i,t){let e=A("path",t?{d:"M6 12L18 12",part:"mark"}:{d:"M5.9,12.5l3.8,3.8l8.8-8.8",part:"mark"});return i==="md"&&(e=A("path",t?{d:"M2 12H22",part:"mark"}:{d:"M1.73,12.91 8.1,19.28 22.79,4.59",part:"mark"})),e}get el(){return this}static get style(){return{ios:':host{--checkbox-background-checked:var(--ion-color-primary, #0054e9);--border-color-checked:var(--ion-color-primary, #0054e9);--checkmark-color:var(--ion-color-primary-contrast, #fff);--transition:none;display:inline-block;position:relative;cursor:pointer;-webkit-user-select:none;-moz-user-select:none;-ms-user-select:none;user-select:none;z-index:2}:host(.in-item){-ms-flex:1 1 0px;flex:1 1 0;width:100%;height:100%}:host([slot=start]),:host([slot=end]){-ms-flex:initial;flex:initial;width:auto}:host(.ion-color){--checkbox-background-checked:var(--ion-color-base);--border-color-checked:var(--ion-color-base);--checkmark-color:var(--ion-color-contrast)}.checkbox-wrapper{display:-ms-flexbox;display:flex;-ms-flex-positive:1;flex-grow:1;-ms-flex-align:center;align-items:center;-ms-flex-pack:justify;justify-content:space-between;height:inherit;cursor:inherit}.label-text-wrapper{text-overflow:ellipsis;white-space:nowrap;overflow:hidden}:host(.in-item) .label-text-wrapper,:host(.in-item:not(.checkbox-label-placement-stacked):not([slot])) .native-wrapper{margin-top:10px;margin-bottom:10px}:host(.in-item.checkbox-label-placement-stacked) .label-text-wrapper{margin-top:10px;margin-bottom:16px}:host(.in-item.checkbox-label-placement-stacked) .native-wrapper{margin-bottom:10px}.label-text-wrapper-hidden{display:none}input{display:none}:host(:focus){outline:none}.native-wrapper{display:-ms-flexbox;display:flex;position:relative;-ms-flex-align:center;align-items:center}.checkbox-icon{border-radius:var(--border-radius);position:relative;width:var(--size);height:var(--size);-webkit-transition:var(--transition);transition:var(--transition);border-width:var(--border-width);border-style:var(--border-style);border-color:var(--border-color);background:var(--checkbox-background);-webkit-box-sizing:border-box;box-sizing:border-box}.checkbox-icon path{fill:none;stroke:var(--checkmark-color);stroke-width:var(--checkmark-width);opacity:0}:host(.ion-focused) .native-wrapper::after{border-radius:50%;display:block;position:absolute;width:36px;height:36px;background:var(--ion-color-primary-tint, #1a65eb);content:"";opacity:0.2;inset-block-start:calc(50% - 36px / 2);inset-inline-start:calc(50% - 36px / 2)}.checkbox-bottom{padding-top:4px;display:-ms-flexbox;display:flex;-ms-flex-pack:justify;justify-content:space-between;font-size:0.75rem;white-space:normal}:host(.checkbox-label-placement-stacked) .checkbox-bottom{font-size:1rem}.checkbox-bottom .error-text{display:none;color:var(--ion-color-danger, #c5000f)}.checkbox-bottom .helper-text{display:block;color:var(--ion-color-step-700, var(--ion-text-color-step-300, #4d4d4d))}:host(.ion-touched.ion-invalid) .checkbox-bottom .error-text{display:block}:host(.ion-touched.ion-invalid) .checkbox-bottom .helper-text{display:none}:host(.checkbox-label-placement-start) .checkbox-wrapper{-ms-flex-direction:row;flex-direction:row}:host(.checkbox-label-placement-start) .label-text-wrapper{-webkit-margin-start:0;margin-inline-start:0;-webkit-margin-end:16px;margin-inline-end:16px}:host(.checkbox-label-placement-end) .checkbox-wrapper{-ms-flex-direction:row-reverse;flex-direction:row-reverse;-ms-flex-pack:start;justify-content:start}:host(.checkbox-label-placement-end) .label-text-wrapper{-webkit-margin-start:16px;margin-inline-start:16px;-webkit-margin-end:0;margin-inline-end:0}:host(.checkbox-label-placement-fixed) .label-text-wrapper{-webkit-margin-start:0;margin-inline-start:0;-webkit-margin-end:16px;margin-inline-end:16px}:host(.checkbox-label-placement-fixed) .label-text-wrapper{-ms-flex:0 0 100px;flex:0 0 100px;width:100px;min-width:100px;max-width:200px}:host(.checkbox-label-placement-stacked) .checkbox-wrapper{-ms-flex-direction:column;flex-direction:column;text-align:center}:host(.checkbox-label-placement-stacked) .label-text-wrapper{-webkit-transform:scale(0.75);transform:scale(0.75);margin-left:0;margin-right:0;margin-bottom:16px;max-width:calc(100% / 0.75)}:host(.checkbox-label-placement-stacked.checkbox-alignment-start) .label-text-wrapper{-webkit-transform-origin:left top;transform-origin:left top}:host-context([dir=rtl]):host(.checkbox-label-placement-stacked.checkbox-alignment-start) .label-text-wrapper,:host-context([dir=rtl]).checkbox-label-placement-stacked.checkbox-alignment-start .label-text-wrapper{-webkit-transform-origin:right top;transform-origin:right top}@supports selector(:dir(rtl)){:host(.checkbox-label-placement-stacked.checkbox-alignment-start:dir(rtl)) .label-text-wrapper{-webkit-transform-origin:right top;transform-origin:right top}}:host(.checkbox-label-placement-stacked.checkbox-alignment-center) .label-text-wrapper{-webkit-transform-origin:center top;transform-origin:center top}:host-context([dir=rtl]):host(.checkbox-label-placement-stacked.checkbox-alignment-center) .label-text-wrapper,:host-context([dir=rtl]).checkbox-label-placement-stacked.checkbox-alignment-center .label-text-wrapper{-webkit-transform-origin:calc(100% - center) top;transform-origin:calc(100% - center) top}@supports selector(:dir(rtl)){:host(.checkbox-label-placement-stacked.checkbox-alignment-center:dir(rtl)) .label-text-wrapper{-webkit-transform-origin:calc(100% - center) top;transform-origin:calc(100% - center) top}}:host(.checkbox-justify-space-between) .checkbox-wrapper{-ms-flex-pack:justify;justify-content:space-between}:host(.checkbox-justify-start) .checkbox-wrapper{-ms-flex-pack:start;justify-content:start}:host(.checkbox-justify-end) .checkbox-wrapper{-ms-flex-pack:end;justify-content:end}:host(.checkbox-alignment-start) .checkbox-wrapper{-ms-flex-align:start;align-items:start}:host(.checkbox-alignment-center) .checkbox-wrapper{-ms-flex-align:center;align-items:center}:host(.checkbox-justify-space-between),:host(.checkbox-justify-start),:host(.checkbox-justify-end),:host(.checkbox-alignment-start),:host(.checkbox-alignment-center){display:block}:host(.checkbox-checked) .checkbox-icon,:host(.checkbox-indeterminate) .checkbox-icon{border-color:var(--border-color-checked);background:var(--checkbox-background-checked)}:host(.checkbox-checked) .checkbox-icon path,:host(.checkbox-indeterminate) .checkbox-icon path{opacity:1}:host(.checkbox-disabled){pointer-events:none}:host{--border-radius:50%;--border-width:0.125rem;--border-style:solid;--border-color:rgba(var(--ion-text-color-rgb, 0, 0, 0), 0.23);--checkbox-background:var(--ion-item-background, var(--ion-background-color, #fff));--size:min(1.375rem, 55.836px);--checkmark-width:1.5px}:host(.checkbox-disabled){opacity:0.3}',md:':host{--checkbox-background-checked:var(--ion-color-primary, #0054e9);--border-color-checked:var(--ion-color-primary, #0054e9);--checkmark-color:var(--ion-color-primary-contrast, #fff);--transition:none;display:inline-block;position:relative;cursor:pointer;-webkit-user-select:none;-moz-user-select:none;-ms-user-select:none;user-select:none;z-index:2}:host(.in-item){-ms-flex:1 1 0px;flex:1 1 0;width:100%;height:100%}:host([slot=start]),:host([slot=end]){-ms-flex:initial;flex:initial;width:auto}:host(.ion-color){--checkbox-background-checked:var(--ion-color-base);--border-color-checked:var(--ion-color-base);--checkmark-color:var(--ion-color-contrast)}.checkbox-wrapper{display:-ms-flexbox;display:flex;-ms-flex-positive:1;flex-grow:1;-ms-flex-align:center;align-items:center;-ms-flex-pack:justify;justify-content:space-between;height:inherit;cursor:inherit}.label-text-wrapper{text-overflow:ellipsis;white-space:nowrap;overflow:hidden}:host(.in-item) .label-text-wrapper,:host(.in-item:not(.checkbox-label-placement-stacked):not([slot])) .native-wrapper{margin-top:10px;margin-bottom:10px}:host(.in-item.checkbox-label-placement-stacked) .label-text-wrapper{margin-top:10px;margin-bottom:16px}:host(.in-item.checkbox-label-placement-stacked) .native-wrapper{margin-bottom:10px}.label-text-wrapper-hidden{display:none}input{display:none}:host(:focus){outline:none}.native-wrapper{display:-ms-flexbox;display:flex;position:relative;-ms-flex-align:center;align-items:center}.checkbox-icon{border-radius:var(--border-radius);position:relative;width:var(--size);height:var(--size);-webkit-transition:var(--transition);transition:var(--transition);border-width:var(--border-width);border-style:var(--border-style);border-color:var(--border-color);background:var(--checkbox-background);-webkit-box-sizing:border-box;box-sizing:border-box}.checkbox-icon path{fill:none;stroke:var(--checkmark-color);stroke-width:var(--checkmark-width);opacity:0}:host(.ion-focused) .native-wrapper::after{border-radius:50%;display:block;position:absolute;width:36px;height:36px;background:var(--ion-color-primary-tint, #1a65eb);content:"";opacity:0.2;inset-block-start:calc(50% - 36px / 2);inset-inline-start:calc(50% - 36px / 2)}.checkbox-bottom{padding-top:4px;display:-ms-flexbox;display:flex;-ms-flex-pack:justify;justify-content:space-between;font-size:0.75rem;white-space:normal}:host(.checkbox-label-placement-stacked) .checkbox-bottom{font-size:1rem}.checkbox-bottom .error-text{display:none;color:var(--ion-color-danger, #c5000f)}.checkbox-bottom .helper-text{display:block;color:var(--ion-color-step-700, var(--ion-text-color-step-300, #4d4d4d))}:host(.ion-touched.ion-invalid) .checkbox-bottom .error-text{display:block}:host(.ion-touched.ion-invalid) .checkbox-bottom .helper-text{display:none}:host(.checkbox-label-placement-start) .checkbox-wrapper{-ms-flex-direction:row;flex-direction:row}:host(.checkbox-label-placement-start) .label-text-wrapper{-webkit-margin-start:0;margin-inline-start:0;-webkit-margin-end:16px;margin-inline-end:16px}:host(.checkbox-label-placement-end) .checkbox-wrapper{-ms-flex-direction:row-reverse;flex-direction:row-reverse;-ms-flex-pack:start;justify-content:start}:host(.checkbox-label-placement-end) .label-text-wrapper{-webkit-margin-start:16px;margin-inline-start:16px;-webkit-margin-end:0;margin-inline-end:0}:host(.checkbox-label-placement-fixed) .label-text-wrapper{-webkit-margin-start:0;margin-inline-start:0;-webkit-margin-end:16px;margin-inline-end:16px}:host(.checkbox-label-placement-fixed) .label-text-wrapper{-ms-flex:0 0 100px;flex:0 0 100px;width:100px;min-width:100px;max-width:200px}:host(.checkbox-label-placement-stacked) .checkbox-wrapper{-ms-flex-direction:column;flex-direction:column;text-align:center}:host(.checkbox-label-placement-stacked) .label-text-wrapper{-webkit-transform:scale(0.75);transform:scale(0.75);margin-left:0;margin-right:0;margin-bottom:16px;max-width:calc(100% / 0.75)}:host(.checkbox-label-placement-stacked.checkbox-alignment-start) .label-text-wrapper{-webkit-transform-origin:left top;transform-origin:left top}:host-context([dir=rtl]):host(.checkbox-label-placement-stacked.checkbox-alignment-start) .label-text-wrapper,:host-context([dir=rtl]).checkbox-label-placement-stacked.checkbox-alignment-start .label-text-wrapper{-webkit-transform-origin:right top;transform-origin:right top}@supports selector(:dir(rtl)){:host(.checkbox-label-placement-stacked.checkbox-alignment-start:dir(rtl)) .label-text-wrapper{-webkit-transform-origin:right top;transform-origin:right top}}:host(.checkbox-label-placement-stacked.checkbox-alignment-center) .label-text-wrapper{-webkit-transform-origin:center top;transform-origin:center top}:host-context([dir=rtl]):host(.checkbox-label-placement-stacked.checkbox-alignment-center) .label-text-wrapper,:host-context([dir=rtl]).checkbox-label-placement-stacked.checkbox-alignment-center .label-text-wrapper{-webkit-transform-origin:calc(100% - center) top;transform-origin:calc(100% - center) top}@supports selector(:dir(rtl)){:host(.checkbox-label-placement-stacked.checkbox-alignment-center:dir(rtl)) .label-text-wrapper{-webkit-transform-origin:calc(100% - center) top;transform-origin:calc(100% - center) top}}:host(.checkbox-justify-space-between) .checkbox-wrapper{-ms-flex-pack:justify;justify-content:space-between}:host(.checkbox-justify-start) .checkbox-wrapper{-ms-flex-pack:start;justify-content:start}:host(.checkbox-justify-end) .checkbox-wrapper{-ms-flex-pack:end;justify-content:end}:host(.checkbox-alignment-start) .checkbox-wrapper{-ms-flex-align:start;align-items:start}:host(.checkbox-alignment-center) .checkbox-wrapper{-ms-flex-align:center;align-items:center}:host(.checkbox-justify-space-between),:host(.checkbox-justify-start),:host(.checkbox-justify-end),:host(.checkbox-alignment-start),:host(.checkbox-alignment-center){display:block}:host(.checkbox-checked) .checkbox-icon,:host(.checkbox-indeterminate) .checkbox-icon{border-color:var(--border-color-checked);background:var(--checkbox-background-checked)}:host(.checkbox-checked) .checkbox-icon path,:host(.checkbox-indeterminate) .checkbox-icon path{opacity:1}:host(.checkbox-disabled){pointer-events:none}:host{--border-radius:calc(var(--size) * .125);--border-width:2px;--border-style:solid;--border-color:rgb(var(--ion-text-color-rgb, 0, 0, 0), 0.6);--checkmark-width:3;--checkbox-background:var(--ion-item-background, var(--ion-background-color, #fff));--transition:background 180ms cubic-bezier(0.4, 0, 0.2, 1);--size:18px}.checkbox-icon path{stroke-dasharray:30;stroke-dashoffset:30}:host(.checkbox-checked) .checkbox-icon path,:host(.checkbox-indeterminate) .checkbox-icon path{stroke-dashoffset:0;-webkit-transition:stroke-dashoffset 90ms linear 90ms;transition:stroke-dashoffset 90ms linear 90ms}:host(.checkbox-disabled) .label-text-wrapper{opacity:0.38}:host(.checkbox-disabled) .native-wrapper{opacity:0.63}'}}},[289,"ion-checkbox",{color:[513],name:[1],checked:[1028],indeterminate:[1028],disabled:[4],errorText:[1,"error-text"],helperText:[1,"helper-text"],value:[8],labelPlacement:[1,"label-placement"],justify:[1],alignment:[1],required:[4],isInvalid:[32],hasLabelContent:[32],hintTextId:[32],setFocus:[64]}]),Hw=0;function Qb(){typeof customElements<"u"&&["ion-checkbox"].forEach((i=>{i==="ion-checkbox"&&(customElements.get(i)||customElements.define(i,Jb))}))}var ty=Qb;ni();Da();vo();Wp();var ey=(i,t,e)=>{let o,r=()=>t()!==void 0&&i.label===void 0&&e()!==null,n=()=>{let s=t();if(s===void 0)return;if(!r())return void s.style.removeProperty("width");let a=e().scrollWidth;if(a===0&&s.offsetParent===null&&xe!==void 0&&"IntersectionObserver"in xe){if(o!==void 0)return;let l=o=new IntersectionObserver((c=>{c[0].intersectionRatio===1&&(n(),l.disconnect(),o=void 0)}),{threshold:.01,root:i});l.observe(s)}else s.style.setProperty("width",.75*a+"px")};return{calculateNotchWidth:()=>{r()&&fo((()=>{n()}))},destroy:()=>{o&&(o.disconnect(),o=void 0)}}},tu="skip-label-transition",iy=(i,t,e)=>{let o,r,n,s,a,l=()=>{n===void 0&&(n=fo((()=>{n=void 0;let p=(()=>{let u=t();if(!u||!e())return"";let m=u.getBoundingClientRect().width,g=Math.round(10*m)/10,b=Sn(i)?"":"-";return g?`${b}${g}px`:"0px"})();p!==a&&(s!==void 0&&cancelAnimationFrame(s),i.classList.add(tu),i.style.setProperty("--internal-start-container-adjustment",p),a=p,s=fo((()=>{s=void 0,i.classList.remove(tu)}))),d()})))},c=()=>{o&&(o.disconnect(),o=void 0,r=void 0)},d=()=>{let p=t();p&&e()?typeof ResizeObserver!="function"||o&&r===p||(c(),o=new ResizeObserver((()=>{l()})),r=p,o.observe(p)):c()};return{calculateStartContainerWidth:()=>{l()},destroy:()=>{c(),n!==void 0&&(cancelAnimationFrame(n),n=void 0),s!==void 0&&(cancelAnimationFrame(s),s=void 0,i.classList.remove(tu)),a=void 0}}},Vw=(i,t)=>{let e=i.target.closest('[slot="start"], [slot="end"]');return e!==null&&e!==t&&t.contains(e)?e:null},oy=(i,t)=>{let e=!1;return{handleClickCapture:o=>{if(((n,s)=>Vw(n,s)!==null)(o,i))return e=!0,void fo((()=>e=!1));if(t===void 0)return void(e&&(o.stopPropagation(),e=!1));let r=t();r!==void 0&&o.target===r&&(o.stopPropagation(),e||i.click(),e=!1)}}},ry=(i,t,e)=>{let o,r;if(xe!==void 0&&"MutationObserver"in xe){let a=Array.isArray(t)?t:[t];o=new MutationObserver((l=>{for(let c of l)for(let d of c.addedNodes)if(d.nodeType===Node.ELEMENT_NODE&&a.includes(d.slot))return e(),void fo((()=>n(d)))})),o.observe(i,{childList:!0,subtree:!0})}let n=a=>{r&&(r.disconnect(),r=void 0),r=new MutationObserver((l=>{e();for(let c of l)for(let d of c.removedNodes)d.nodeType===Node.ELEMENT_NODE&&d.slot===t&&s()})),r.observe(a.parentElement??a,{subtree:!0,childList:!0})},s=()=>{r&&(r.disconnect(),r=void 0)};return{destroy:()=>{o&&(o.disconnect(),o=void 0),s()}}};vo();var ny="data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 512 512' class='ionicon'><path d='M416 128 192 384l-96-96' stroke-linecap='round' stroke-linejoin='round' class='ionicon-fill-none ionicon-stroke-width'/></svg>";var sy="data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 512 512' class='ionicon'><path d='M256 48C141.31 48 48 141.31 48 256s93.31 208 208 208 208-93.31 208-208S370.69 48 256 48m75.31 260.69a16 16 0 1 1-22.62 22.62L256 278.63l-52.69 52.68a16 16 0 0 1-22.62-22.62L233.37 256l-52.68-52.69a16 16 0 0 1 22.62-22.62L256 233.37l52.69-52.68a16 16 0 0 1 22.62 22.62L278.63 256Z'/></svg>",ay="data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 512 512' class='ionicon'><path d='M400 145.49 366.51 112 256 222.51 145.49 112 112 145.49 222.51 256 112 366.51 145.49 400 256 289.49 366.51 400 400 366.51 289.49 256z'/></svg>",ly="data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 512 512' class='ionicon'><circle cx='256' cy='256' r='192' stroke-linecap='round' stroke-linejoin='round' class='ionicon-fill-none ionicon-stroke-width'/></svg>";var eu="data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 512 512' class='ionicon'><path d='M400 256H112' stroke-linecap='round' stroke-linejoin='round' class='ionicon-fill-none ionicon-stroke-width'/></svg>";ni();var cy=(i,t,e)=>{let o=i==null?0:i.toString().length,r=jw(o,t);if(e===void 0)return r;try{return e(o,t)}catch(n){return rb("[ion-input] - Exception in provided `counterFormatter`:",n),r}},jw=(i,t)=>`${i} / ${t}`;ni();var iu,dy=(i,t,e,o,r)=>(e=(e&&ja(e))==="ios"?"ios":"md",o&&e==="ios"?i=ja(o):r&&e==="md"?i=ja(r):(i||!t||uy(t)||(i=t),Ua(i)&&(i=ja(i))),Ua(i)&&i.trim()!==""?i.replace(/[a-z]|-|\d/gi,"")!==""?null:i:null),ou=i=>Ua(i)&&(i=i.trim(),uy(i))?i:null,uy=i=>i.length>0&&/(\/|\.)/.test(i),Ua=i=>typeof i=="string",ja=i=>i.toLowerCase(),hy=i=>{if(i.nodeType===1){if(i.nodeName.toLowerCase()==="script")return!1;for(let t=0;t<i.attributes.length;t++){let e=i.attributes[t].name;if(Ua(e)&&e.toLowerCase().indexOf("on")===0)return!1}for(let t=0;t<i.childNodes.length;t++)if(!hy(i.childNodes[t]))return!1}return!0},xr=new Map,py=new Map,ru;function nu(i){return xr.set(i,""),""}var Uw=ae(class extends se{constructor(i){super(),i!==!1&&this.__registerHost(),this.__attachShadow(),this.iconName=null,this.inheritedAttributes={},this.didLoadIcon=!1,this.isVisible=!1,this.mode=qw(),this.lazy=!1,this.sanitize=!0}componentWillLoad(){this.inheritedAttributes=((i,t=[])=>{let e={};return t.forEach((o=>{i.hasAttribute(o)&&(i.getAttribute(o)!==null&&(e[o]=i.getAttribute(o)),i.removeAttribute(o))})),e})(this.el,["aria-label"])}connectedCallback(){this.waitUntilVisible(this.el,"50px",(()=>{this.isVisible=!0,this.loadIcon()}))}componentDidLoad(){this.didLoadIcon||this.loadIcon()}disconnectedCallback(){this.io&&(this.io.disconnect(),this.io=void 0)}waitUntilVisible(i,t,e){if(!(this.lazy&&typeof window<"u"&&window.IntersectionObserver))return e();let o=this.io=new window.IntersectionObserver((r=>{r[0].isIntersecting&&(o.disconnect(),this.io=void 0,e())}),{rootMargin:t});o.observe(i)}loadIcon(){if(this.isVisible){let i=(t=>{let e=ou(t.src);return e||(e=dy(t.name,t.icon,t.mode,t.ios,t.md),e?((o,r)=>{let n=(()=>{if(typeof window>"u")return new Map;if(!iu){let s=window;s.Ionicons=s.Ionicons||{},iu=s.Ionicons.map=s.Ionicons.map||new Map}return iu})().get(o);if(n)return n;try{return hb(`svg/${o}.svg`)}catch(s){console.log("e",s),console.warn(`[Ionicons Warning]: Could not load icon with name "${o}". Ensure that the icon is registered using addIcons or that the icon SVG data is passed directly to the icon component.`,r)}})(e,t):t.icon&&(e=ou(t.icon),e||(e=ou(t.icon[t.mode]),e))?e:null)})(this);i&&(xr.has(i)?this.svgContent=xr.get(i):((t,e)=>py.get(t)||(typeof fetch<"u"&&typeof document<"u"?(o=>o.startsWith("data:image/svg+xml"))(t)&&(o=>o.indexOf(";utf8,")!==-1)(t)?Promise.resolve((function(o){ru||(ru=new DOMParser);let r=ru.parseFromString(o,"text/html").querySelector("svg");if(r)return xr.set(o,r.outerHTML),r.outerHTML;throw new Error(`Could not parse svg from ${o}`)})(t)):(function(o,r){let n=fetch(o).then((s=>s.text().then((a=>{a&&r!==!1&&(a=(c=>{let d=document.createElement("div");d.innerHTML=c;for(let u=d.childNodes.length-1;u>=0;u--)d.childNodes[u].nodeName.toLowerCase()!=="svg"&&d.removeChild(d.childNodes[u]);let p=d.firstElementChild;if(p&&p.nodeName.toLowerCase()==="svg"){let u=p.getAttribute("class")||"";if(p.setAttribute("class",(u+" s-ion-icon").trim()),hy(p))return d.innerHTML}return""})(a));let l=a||"";return xr.set(o,l),l})).catch((()=>nu(o))))).catch((()=>nu(o)));return py.set(o,n),n})(t,e):Promise.resolve(nu(t))))(i,this.sanitize).then((()=>this.svgContent=xr.get(i))),this.didLoadIcon=!0)}this.iconName=dy(this.name,this.icon,this.mode,this.ios,this.md)}render(){let{flipRtl:i,iconName:t,inheritedAttributes:e,el:o}=this,r=this.mode||"md",n=!!t&&(t.includes("arrow")||t.includes("chevron"))&&i!==!1,s=i||n;return A(ee,Object.assign({key:"0578c899781ca145dd8205acd9670af39b57cf2e",role:"img",class:Object.assign(Object.assign({[r]:!0},Ww(this.color)),{[`icon-${this.size}`]:!!this.size,"flip-rtl":s,"icon-rtl":s&&(a=o,a&&a.dir!==""?a.dir.toLowerCase()==="rtl":document?.dir.toLowerCase()==="rtl")})},e),this.svgContent?A("div",{class:"icon-inner",innerHTML:this.svgContent}):A("div",{class:"icon-inner"},A("slot",null)));var a}static get assetsDirs(){return["svg"]}get el(){return this}static get watchers(){return{name:[{loadIcon:0}],src:[{loadIcon:0}],icon:[{loadIcon:0}],ios:[{loadIcon:0}],md:[{loadIcon:0}]}}static get style(){return":host{display:inline-block;width:1em;height:1em;font-size:1em;contain:layout style;fill:currentColor;-webkit-box-sizing:content-box !important;box-sizing:content-box !important}:host .ionicon{stroke:currentColor}.ionicon-fill-none{fill:none}.ionicon-stroke-width{stroke-width:var(--ionicon-stroke-width, 32px)}.icon-inner{display:-ms-flexbox;display:flex;-ms-flex-align:center;align-items:center;-ms-flex-pack:center;justify-content:center;width:100%;height:100%}.ionicon,svg{display:block;height:100%;width:100%}::slotted(*){font-size:inherit !important}@supports (background: -webkit-named-image(i)){:host(.icon-rtl) .icon-inner{-webkit-transform:scaleX(-1);transform:scaleX(-1)}}@supports not selector(:dir(rtl)) and selector(:host-context([dir='rtl'])){:host(.icon-rtl) .icon-inner{-webkit-transform:scaleX(-1);transform:scaleX(-1)}}:host(.flip-rtl):host-context([dir='rtl']) .icon-inner{-webkit-transform:scaleX(-1);transform:scaleX(-1)}@supports selector(:dir(rtl)){:host(.flip-rtl:dir(rtl)) .icon-inner{-webkit-transform:scaleX(-1);transform:scaleX(-1)}:host(.flip-rtl:dir(ltr)) .icon-inner{-webkit-transform:scaleX(1);transform:scaleX(1)}}:host(.icon-small){font-size:1.125rem !important}:host(.icon-large){font-size:2rem !important}:host(.ion-color){color:var(--ion-color-base) !important}:host(.ion-color-primary){--ion-color-base:var(--ion-color-primary, #3880ff)}:host(.ion-color-secondary){--ion-color-base:var(--ion-color-secondary, #0cd1e8)}:host(.ion-color-tertiary){--ion-color-base:var(--ion-color-tertiary, #f4a942)}:host(.ion-color-success){--ion-color-base:var(--ion-color-success, #10dc60)}:host(.ion-color-warning){--ion-color-base:var(--ion-color-warning, #ffce00)}:host(.ion-color-danger){--ion-color-base:var(--ion-color-danger, #f14141)}:host(.ion-color-light){--ion-color-base:var(--ion-color-light, #f4f5f8)}:host(.ion-color-medium){--ion-color-base:var(--ion-color-medium, #989aa2)}:host(.ion-color-dark){--ion-color-base:var(--ion-color-dark, #222428)}"}},[257,"ion-icon",{mode:[1025],color:[1],ios:[1],md:[1],flipRtl:[4,"flip-rtl"],name:[513],src:[1],icon:[8],size:[1],lazy:[4],sanitize:[4],svgContent:[32],isVisible:[32]},void 0,{name:[{loadIcon:0}],src:[{loadIcon:0}],icon:[{loadIcon:0}],ios:[{loadIcon:0}],md:[{loadIcon:0}]}]),qw=()=>typeof document<"u"&&document.documentElement.getAttribute("mode")||"md",Ww=i=>i?{"ion-color":!0,[`ion-color-${i}`]:!0}:null;function qa(){typeof customElements<"u"&&["ion-icon"].forEach((i=>{i==="ion-icon"&&(customElements.get(i)||customElements.define(i,Uw))}))}var Kw=ae(class extends se{constructor(i){super(),i!==!1&&this.__registerHost(),this.ionInput=Lt(this,"ionInput",7),this.ionChange=Lt(this,"ionChange",7),this.ionBlur=Lt(this,"ionBlur",7),this.ionFocus=Lt(this,"ionFocus",7),this.inputId="ion-input-"+Gw++,this.helperTextId=this.inputId+"-helper-text",this.errorTextId=this.inputId+"-error-text",this.labelTextId=this.inputId+"-label",this.inheritedAttributes={},this.isComposing=!1,this.didInputClearOnEdit=!1,this.hasFocus=!1,this.isInvalid=!1,this.autocapitalize="off",this.autocomplete="off",this.autocorrect=!1,this.autofocus=!1,this.clearInput=!1,this.counter=!1,this.disabled=!1,this.labelPlacement="start",this.name=this.inputId,this.readonly=!1,this.required=!1,this.spellcheck=!1,this.type="text",this.value="",this.onInput=t=>{let e=t.target;e&&(this.value=e.value||""),this.emitInputChange(t)},this.onChange=t=>{this.emitValueChange(t)},this.onBlur=t=>{this.hasFocus=!1,this.focusedValue!==this.value&&this.emitValueChange(t),this.didInputClearOnEdit=!1,this.ionBlur.emit(t)},this.onFocus=t=>{this.hasFocus=!0,this.focusedValue=this.value,this.ionFocus.emit(t)},this.onKeydown=t=>{this.checkClearOnEdit(t)},this.onCompositionStart=()=>{this.isComposing=!0},this.onCompositionEnd=()=>{this.isComposing=!1},this.clearTextInput=t=>{this.clearInput&&!this.readonly&&!this.disabled&&t&&(t.preventDefault(),t.stopPropagation(),this.setFocus()),this.value="",this.emitInputChange(t)},this.onLabelClick=t=>{let e=t.target.closest('[slot="start"], [slot="end"]');e!==null&&e!==this.el&&this.el.contains(e)||t.stopPropagation()}}debounceChanged(){let{ionInput:i,debounce:t,originalIonInput:e}=this;this.ionInput=t===void 0?e??i:Ob(i,t)}onTypeChange(){let i=this.el.querySelector("ion-input-password-toggle");i&&(i.type=this.type)}valueChanged(){let i=this.nativeInput,t=this.getValue();i&&i.value!==t&&!this.isComposing&&(i.value=t)}onDirChanged(i){this.inheritedAttributes={...this.inheritedAttributes,dir:i},Be(this)}onClickCapture(i){this.clickController?.handleClickCapture(i)}componentWillLoad(){this.inheritedAttributes={...br(this.el),...$n(this.el,["tabindex","title","data-form-type","dir"])}}connectedCallback(){let{el:i}=this;this.slotMutationController=ry(i,["label","start","end"],(()=>{this.startContainerController?.calculateStartContainerWidth(),this.setSlottedLabelId(),Be(this)})),this.setSlottedLabelId(),this.notchController=ey(i,(()=>this.notchSpacerEl),(()=>this.labelSlot)),this.startContainerController=iy(i,(()=>this.startContainerEl),(()=>le(this)==="md"&&this.fill==="outline")),this.startContainerController.calculateStartContainerWidth(),this.clickController=oy(i,(()=>this.nativeInput)),typeof MutationObserver<"u"&&(this.validationObserver=new MutationObserver((()=>{let t=si(i);this.isInvalid!==t&&(this.isInvalid=t,Be(this))})),this.validationObserver.observe(i,{attributes:!0,attributeFilter:["class"]})),this.isInvalid=si(i),this.debounceChanged(),document.dispatchEvent(new CustomEvent("ionInputDidLoad",{detail:this.el}))}componentDidLoad(){this.originalIonInput=this.ionInput,this.onTypeChange(),this.debounceChanged()}componentDidRender(){this.notchController?.calculateNotchWidth(),this.startContainerController?.calculateStartContainerWidth()}disconnectedCallback(){document.dispatchEvent(new CustomEvent("ionInputDidUnload",{detail:this.el})),this.slotMutationController&&(this.slotMutationController.destroy(),this.slotMutationController=void 0),this.notchController&&(this.notchController.destroy(),this.notchController=void 0),this.startContainerController&&(this.startContainerController.destroy(),this.startContainerController=void 0),this.validationObserver&&(this.validationObserver.disconnect(),this.validationObserver=void 0)}async setFocus(){this.nativeInput&&this.nativeInput.focus()}async getInputElement(){return this.nativeInput||await new Promise((i=>Tb(this.el,i))),Promise.resolve(this.nativeInput)}emitValueChange(i){let{value:t}=this,e=t==null?t:""+t;this.focusedValue=e,this.ionChange.emit({value:e,event:i})}emitInputChange(i){let{value:t}=this;this.ionInput.emit({value:t==null?t:""+t,event:i})}shouldClearOnEdit(){let{type:i,clearOnEdit:t}=this;return t===void 0?i==="password":t}getValue(){return typeof this.value=="number"?""+this.value:""+(this.value||"")}checkClearOnEdit(i){if(!this.shouldClearOnEdit())return;let t=["Enter","Tab","Shift","Meta","Alt","Control"].includes(i.key);this.didInputClearOnEdit||!this.hasValue()||t||(this.value="",this.emitInputChange(i)),t||(this.didInputClearOnEdit=!0)}hasValue(){return this.getValue().length>0}renderHintText(){let{helperText:i,errorText:t,helperTextId:e,errorTextId:o,isInvalid:r}=this;return[A("div",{id:e,class:"helper-text","aria-live":"polite"},r?null:i),A("div",{id:o,class:"error-text",role:"alert"},r?t:null)]}getHintTextID(){let{isInvalid:i,helperText:t,errorText:e,helperTextId:o,errorTextId:r}=this;return i&&e?r:t?o:void 0}renderCounter(){let{counter:i,maxlength:t,counterFormatter:e,value:o}=this;if(i===!0&&t!==void 0)return A("div",{class:"counter"},cy(o,t,e))}renderBottomContent(){let{counter:i,helperText:t,errorText:e,maxlength:o}=this;if(t||e||i===!0&&o!==void 0)return A("div",{class:"input-bottom"},this.renderHintText(),this.renderCounter())}renderLabel(){let{label:i,labelTextId:t}=this;return A("div",{class:{"label-text-wrapper":!0,"label-text-wrapper-hidden":!this.hasLabel},"aria-hidden":this.hasLabel?"true":null},i===void 0?A("slot",{name:"label"}):A("div",{class:"label-text",id:t},i))}get labelSlot(){return this.el.querySelector('[slot="label"]')}setSlottedLabelId(){let i=this.labelSlot;i&&!i.id&&(i.id=this.labelTextId)}getLabelledById(){if(!this.inheritedAttributes["aria-label"])return this.label!==void 0?this.labelTextId:this.labelSlot?.id||void 0}get hasLabel(){return this.label!==void 0||this.labelSlot!==null}renderOutlineContainer(){return A("div",{class:"input-outline-container"},A("div",{class:"input-outline-start"}),A("div",{class:{"input-outline-notch":!0,"input-outline-notch-hidden":!this.hasLabel}},A("div",{class:"notch-spacer","aria-hidden":"true",ref:i=>this.notchSpacerEl=i},this.label)),A("div",{class:"input-outline-end"}))}render(){let{disabled:i,fill:t,readonly:e,shape:o,inputId:r,labelPlacement:n,hasFocus:s,clearInputIcon:a}=this,l=le(this),c=this.getValue(),d=Yt("ion-item",this.el),p=l==="md"&&t!=="outline"&&!d,u=a??(l==="ios"?sy:ay),m=this.hasValue(),g=l==="md"&&t==="outline",b=n==="stacked"||n==="floating"&&(m||s);return A(ee,{key:"290cf987de670276bf40b9f19d35d3769d9c0540",class:Mi(this.color,{[l]:!0,"has-value":m,"has-focus":s,"label-floating":b,["input-fill-"+t]:t!==void 0,["input-shape-"+o]:o!==void 0,["input-label-placement-"+n]:!0,"in-item":d,"in-item-color":Yt("ion-item.ion-color",this.el),"input-disabled":i})},A("label",{key:"27f4bd671f6084a7e608e4f9442192c950879dc2",class:"input-wrapper",htmlFor:r,onClick:this.onLabelClick},g&&this.renderOutlineContainer(),A("div",{key:"7827c61ffdd02952fc8cf2096f621b50fc51ec03",class:"input-start",ref:w=>this.startContainerEl=w},A("slot",{key:"1d8af52d3506742d87334b388859a8bf613e1be0",name:"start"})),A("div",{key:"927a412064538c00df98fabc06a32c564d05e984",class:"input-control"},this.renderLabel(),A("div",{key:"05f80c0b11a7da57445f976bd2dbb557fa63c9bc",class:"native-wrapper",onClick:this.onLabelClick},A("input",{key:"cb6f5d81ba7c2a04cc4c9deb5d3f5bca8562b6db",class:"native-input",ref:w=>this.nativeInput=w,id:r,disabled:i,autoCapitalize:this.autocapitalize,autoComplete:this.autocomplete,autoCorrect:this.autocorrect?"on":"off",autoFocus:this.autofocus,enterKeyHint:this.enterkeyhint,inputMode:this.inputmode,min:this.min,max:this.max,minLength:this.minlength,maxLength:this.maxlength,multiple:this.multiple,name:this.name,pattern:this.pattern,placeholder:this.placeholder||"",readOnly:e,required:this.required,spellcheck:this.spellcheck,step:this.step,type:this.type,value:c,onInput:this.onInput,onChange:this.onChange,onBlur:this.onBlur,onFocus:this.onFocus,onKeyDown:this.onKeydown,onCompositionstart:this.onCompositionStart,onCompositionend:this.onCompositionEnd,"aria-describedby":this.getHintTextID(),"aria-invalid":this.isInvalid?"true":void 0,"aria-labelledby":this.getLabelledById(),...this.inheritedAttributes}))),A("div",{key:"82cd1b0458dcd491fd1a46b29764f2b79a969bc6",class:"input-end"},this.clearInput&&!e&&!i&&A("button",{key:"dfcf0ed81cf36fc61b8e12ed4605ac6b6eb50dad","aria-label":"reset",type:"button",class:"input-clear-icon",onPointerDown:w=>{w.preventDefault()},onClick:this.clearTextInput},A("ion-icon",{key:"11e2c866135f332e81b4637de178e1c5c7da0d38","aria-hidden":"true",icon:u})),A("slot",{key:"afb0e75e7103b2bf925a9c7649c93eb1d5702670",name:"end"})),p&&A("div",{key:"1f305bba279e93685d7139acf0aff6bf4a77500c",class:"input-highlight"})),this.renderBottomContent())}get el(){return this}static get watchers(){return{debounce:[{debounceChanged:0}],type:[{onTypeChange:0}],value:[{valueChanged:0}],dir:[{onDirChanged:0}]}}static get style(){return{ios:".sc-ion-input-ios-h{--placeholder-color:initial;--placeholder-font-style:initial;--placeholder-font-weight:initial;--placeholder-opacity:var(--ion-placeholder-opacity, 0.6);--padding-top:0px;--padding-end:0px;--padding-bottom:0px;--padding-start:0px;--background:transparent;--color:initial;--border-style:solid;--highlight-color-focused:var(--ion-color-primary, #0054e9);--highlight-color-valid:var(--ion-color-success, #2dd55b);--highlight-color-invalid:var(--ion-color-danger, #c5000f);--highlight-color:var(--highlight-color-focused);display:block;position:relative;width:100%;min-height:44px;padding:0 !important;color:var(--color);font-family:var(--ion-font-family, inherit);z-index:2}ion-item[slot=start].sc-ion-input-ios-h,ion-item [slot=start].sc-ion-input-ios-h,ion-item[slot=end].sc-ion-input-ios-h,ion-item [slot=end].sc-ion-input-ios-h{width:auto}.ion-color.sc-ion-input-ios-h{--highlight-color-focused:var(--ion-color-base)}.input-label-placement-floating.sc-ion-input-ios-h,.input-label-placement-stacked.sc-ion-input-ios-h{min-height:56px}.native-input.sc-ion-input-ios{padding-left:0;padding-right:0;padding-top:0;padding-bottom:0;font-family:inherit;font-size:inherit;font-style:inherit;font-weight:inherit;letter-spacing:inherit;text-decoration:inherit;text-indent:inherit;text-overflow:inherit;text-transform:inherit;text-align:inherit;white-space:inherit;color:inherit;display:inline-block;position:relative;-ms-flex:1;flex:1;width:100%;min-width:2ch;max-width:100%;height:100%;max-height:100%;border:0;outline:none;background:transparent;-webkit-box-sizing:border-box;box-sizing:border-box;-webkit-appearance:none;-moz-appearance:none;appearance:none;z-index:1}.native-input.sc-ion-input-ios::-webkit-input-placeholder{color:var(--placeholder-color);font-family:inherit;font-style:var(--placeholder-font-style);font-weight:var(--placeholder-font-weight);opacity:var(--placeholder-opacity)}.native-input.sc-ion-input-ios::-moz-placeholder{color:var(--placeholder-color);font-family:inherit;font-style:var(--placeholder-font-style);font-weight:var(--placeholder-font-weight);opacity:var(--placeholder-opacity)}.native-input.sc-ion-input-ios:-ms-input-placeholder{color:var(--placeholder-color);font-family:inherit;font-style:var(--placeholder-font-style);font-weight:var(--placeholder-font-weight);opacity:var(--placeholder-opacity)}.native-input.sc-ion-input-ios::-ms-input-placeholder{color:var(--placeholder-color);font-family:inherit;font-style:var(--placeholder-font-style);font-weight:var(--placeholder-font-weight);opacity:var(--placeholder-opacity)}.native-input.sc-ion-input-ios::placeholder{color:var(--placeholder-color);font-family:inherit;font-style:var(--placeholder-font-style);font-weight:var(--placeholder-font-weight);opacity:var(--placeholder-opacity)}.native-input.sc-ion-input-ios:-webkit-autofill{background-color:transparent}.native-input.sc-ion-input-ios:invalid{-webkit-box-shadow:none;box-shadow:none}.native-input.sc-ion-input-ios::-ms-clear{display:none}.cloned-input.sc-ion-input-ios{position:absolute;top:0;bottom:0;height:auto;max-height:none;pointer-events:none}.cloned-input.sc-ion-input-ios:disabled{opacity:1}.input-clear-icon.sc-ion-input-ios{padding-left:0;padding-right:0;padding-top:0;padding-bottom:0;background-position:center;display:-ms-flexbox;display:flex;-ms-flex-align:center;align-items:center;-ms-flex-pack:center;justify-content:center;width:30px;height:30px;border:0;outline:none;background-color:transparent;background-repeat:no-repeat;color:var(--ion-color-step-600, var(--ion-text-color-step-400, #666666));visibility:hidden;-webkit-appearance:none;-moz-appearance:none;appearance:none}.in-item-color.sc-ion-input-ios-h .input-clear-icon.sc-ion-input-ios{color:inherit}.input-clear-icon.sc-ion-input-ios:focus{opacity:0.5}.has-value.sc-ion-input-ios-h .input-clear-icon.sc-ion-input-ios{visibility:visible}.input-wrapper.sc-ion-input-ios{-webkit-padding-start:var(--padding-start);padding-inline-start:var(--padding-start);-webkit-padding-end:var(--padding-end);padding-inline-end:var(--padding-end);padding-top:var(--padding-top);padding-bottom:var(--padding-bottom);border-radius:var(--border-radius);display:-ms-flexbox;display:flex;position:relative;-ms-flex-positive:1;flex-grow:1;-ms-flex-align:stretch;align-items:stretch;height:inherit;min-height:inherit;-webkit-transition:background-color 15ms linear;transition:background-color 15ms linear;background:var(--background);line-height:normal}.input-control.sc-ion-input-ios{display:-ms-flexbox;display:flex;-ms-flex-positive:1;flex-grow:1;width:100%;min-width:0}.native-wrapper.sc-ion-input-ios{display:-ms-flexbox;display:flex;position:relative;-ms-flex-positive:1;flex-grow:1;width:100%}.input-label-placement-start.sc-ion-input-ios-h .native-wrapper.sc-ion-input-ios,.input-label-placement-end.sc-ion-input-ios-h .native-wrapper.sc-ion-input-ios,.input-label-placement-fixed.sc-ion-input-ios-h .native-wrapper.sc-ion-input-ios{-ms-flex:1 1 0px;flex:1 1 0}.input-start.sc-ion-input-ios,.input-end.sc-ion-input-ios{display:-ms-flexbox;display:flex;position:relative;-ms-flex-negative:0;flex-shrink:0;-ms-flex-align:center;align-items:center}.ion-touched.ion-invalid.sc-ion-input-ios-h{--highlight-color:var(--highlight-color-invalid)}.ion-valid.sc-ion-input-ios-h{--highlight-color:var(--highlight-color-valid)}.input-bottom.sc-ion-input-ios{-webkit-padding-start:var(--padding-start);padding-inline-start:var(--padding-start);-webkit-padding-end:var(--padding-end);padding-inline-end:var(--padding-end);padding-top:5px;padding-bottom:0;display:-ms-flexbox;display:flex;-ms-flex-pack:justify;justify-content:space-between;border-top:var(--border-width) var(--border-style) var(--border-color);font-size:0.75rem;white-space:normal}.has-focus.ion-valid.sc-ion-input-ios-h,.ion-touched.ion-invalid.sc-ion-input-ios-h{--border-color:var(--highlight-color)}.input-bottom.sc-ion-input-ios .error-text.sc-ion-input-ios{display:none;color:var(--highlight-color-invalid)}.input-bottom.sc-ion-input-ios .helper-text.sc-ion-input-ios{display:block;color:var(--ion-color-step-700, var(--ion-text-color-step-300, #4d4d4d))}.ion-touched.ion-invalid.sc-ion-input-ios-h .input-bottom.sc-ion-input-ios .error-text.sc-ion-input-ios{display:block}.ion-touched.ion-invalid.sc-ion-input-ios-h .input-bottom.sc-ion-input-ios .helper-text.sc-ion-input-ios{display:none}.input-bottom.sc-ion-input-ios .counter.sc-ion-input-ios{-webkit-margin-start:auto;margin-inline-start:auto;color:var(--ion-color-step-700, var(--ion-text-color-step-300, #4d4d4d));white-space:nowrap;-webkit-padding-start:16px;padding-inline-start:16px}.has-focus.sc-ion-input-ios-h input.sc-ion-input-ios{caret-color:var(--highlight-color)}.label-text-wrapper.sc-ion-input-ios{display:-ms-flexbox;display:flex;-ms-flex-align:center;align-items:center;min-width:0;max-width:200px;-webkit-transition:color 150ms cubic-bezier(0.4, 0, 0.2, 1), -webkit-transform 150ms cubic-bezier(0.4, 0, 0.2, 1);transition:color 150ms cubic-bezier(0.4, 0, 0.2, 1), -webkit-transform 150ms cubic-bezier(0.4, 0, 0.2, 1);transition:color 150ms cubic-bezier(0.4, 0, 0.2, 1), transform 150ms cubic-bezier(0.4, 0, 0.2, 1);transition:color 150ms cubic-bezier(0.4, 0, 0.2, 1), transform 150ms cubic-bezier(0.4, 0, 0.2, 1), -webkit-transform 150ms cubic-bezier(0.4, 0, 0.2, 1);pointer-events:none}.skip-label-transition.sc-ion-input-ios-h .label-text-wrapper.sc-ion-input-ios{-webkit-transition:none;transition:none}.label-text.sc-ion-input-ios,.sc-ion-input-ios-s>[slot=label]{text-overflow:ellipsis;white-space:nowrap;overflow:hidden}.label-text-wrapper-hidden.sc-ion-input-ios,.input-outline-notch-hidden.sc-ion-input-ios{display:none}.input-wrapper.sc-ion-input-ios input.sc-ion-input-ios{-webkit-transition:opacity 150ms cubic-bezier(0.4, 0, 0.2, 1);transition:opacity 150ms cubic-bezier(0.4, 0, 0.2, 1)}.input-label-placement-start.sc-ion-input-ios-h .input-control.sc-ion-input-ios{-ms-flex-direction:row;flex-direction:row}.input-label-placement-start.sc-ion-input-ios-h .label-text-wrapper.sc-ion-input-ios{-webkit-margin-start:0;margin-inline-start:0;-webkit-margin-end:16px;margin-inline-end:16px;margin-top:0;margin-bottom:0}.input-label-placement-end.sc-ion-input-ios-h .input-control.sc-ion-input-ios{-ms-flex-direction:row-reverse;flex-direction:row-reverse}.input-label-placement-end.sc-ion-input-ios-h .label-text-wrapper.sc-ion-input-ios{-webkit-margin-start:16px;margin-inline-start:16px;-webkit-margin-end:0;margin-inline-end:0;margin-top:0;margin-bottom:0}.input-label-placement-fixed.sc-ion-input-ios-h .label-text-wrapper.sc-ion-input-ios{-webkit-margin-start:0;margin-inline-start:0;-webkit-margin-end:16px;margin-inline-end:16px;margin-top:0;margin-bottom:0}.input-label-placement-fixed.sc-ion-input-ios-h .label-text.sc-ion-input-ios{-ms-flex:0 0 100px;flex:0 0 100px;width:100px;min-width:100px;max-width:200px}.input-label-placement-stacked.sc-ion-input-ios-h .input-control.sc-ion-input-ios,.input-label-placement-floating.sc-ion-input-ios-h .input-control.sc-ion-input-ios{-ms-flex-direction:column;flex-direction:column;-ms-flex-align:start;align-items:start}.input-label-placement-stacked.sc-ion-input-ios-h .label-text-wrapper.sc-ion-input-ios,.input-label-placement-floating.sc-ion-input-ios-h .label-text-wrapper.sc-ion-input-ios{-webkit-transform-origin:left top;transform-origin:left top;max-width:100%;z-index:2}[dir=rtl].sc-ion-input-ios-h -no-combinator.input-label-placement-stacked.sc-ion-input-ios-h .label-text-wrapper.sc-ion-input-ios,[dir=rtl] .sc-ion-input-ios-h -no-combinator.input-label-placement-stacked.sc-ion-input-ios-h .label-text-wrapper.sc-ion-input-ios,[dir=rtl].input-label-placement-stacked.sc-ion-input-ios-h .label-text-wrapper.sc-ion-input-ios,[dir=rtl] .input-label-placement-stacked.sc-ion-input-ios-h .label-text-wrapper.sc-ion-input-ios,[dir=rtl].sc-ion-input-ios-h -no-combinator.input-label-placement-floating.sc-ion-input-ios-h .label-text-wrapper.sc-ion-input-ios,[dir=rtl] .sc-ion-input-ios-h -no-combinator.input-label-placement-floating.sc-ion-input-ios-h .label-text-wrapper.sc-ion-input-ios,[dir=rtl].input-label-placement-floating.sc-ion-input-ios-h .label-text-wrapper.sc-ion-input-ios,[dir=rtl] .input-label-placement-floating.sc-ion-input-ios-h .label-text-wrapper.sc-ion-input-ios{-webkit-transform-origin:right top;transform-origin:right top}@supports selector(:dir(rtl)){.input-label-placement-stacked.sc-ion-input-ios-h:dir(rtl) .label-text-wrapper.sc-ion-input-ios,.input-label-placement-floating.sc-ion-input-ios-h:dir(rtl) .label-text-wrapper.sc-ion-input-ios{-webkit-transform-origin:right top;transform-origin:right top}}.input-label-placement-floating.sc-ion-input-ios-h .label-text-wrapper.sc-ion-input-ios{-webkit-transform:translateY(100%) scale(1);transform:translateY(100%) scale(1)}.input-label-placement-floating.sc-ion-input-ios-h input.sc-ion-input-ios{opacity:0}.has-focus.input-label-placement-floating.sc-ion-input-ios-h input.sc-ion-input-ios,.has-value.input-label-placement-floating.sc-ion-input-ios-h input.sc-ion-input-ios{opacity:1}.label-floating.sc-ion-input-ios-h .label-text-wrapper.sc-ion-input-ios{-webkit-transform:translateY(50%) scale(0.75);transform:translateY(50%) scale(0.75);max-width:calc(100% / 0.75)}.sc-ion-input-ios-s>[slot=start]:last-of-type{-webkit-margin-end:16px;margin-inline-end:16px;-webkit-margin-start:0;margin-inline-start:0}.sc-ion-input-ios-s>[slot=end]:first-of-type{-webkit-margin-start:16px;margin-inline-start:16px;-webkit-margin-end:0;margin-inline-end:0}.sc-ion-input-ios-h[disabled].sc-ion-input-ios-s>ion-input-password-toggle,.sc-ion-input-ios-h[disabled] .sc-ion-input-ios-s>ion-input-password-toggle,.sc-ion-input-ios-h[readonly].sc-ion-input-ios-s>ion-input-password-toggle,.sc-ion-input-ios-h[readonly] .sc-ion-input-ios-s>ion-input-password-toggle{visibility:hidden}.sc-ion-input-ios-h{--border-width:0.55px;--border-color:var(--ion-item-border-color, var(--ion-border-color, var(--ion-color-step-250, var(--ion-background-color-step-250, #c8c7cc))));--highlight-height:0px;font-size:inherit}.input-clear-icon.sc-ion-input-ios ion-icon.sc-ion-input-ios{font-size:18px}.input-disabled.sc-ion-input-ios-h{opacity:0.3}.sc-ion-input-ios-s>ion-button[slot=start].button-has-icon-only,.sc-ion-input-ios-s>ion-button[slot=end].button-has-icon-only{--border-radius:50%;--padding-start:0;--padding-end:0;--padding-top:0;--padding-bottom:0;aspect-ratio:1}",md:".sc-ion-input-md-h{--placeholder-color:initial;--placeholder-font-style:initial;--placeholder-font-weight:initial;--placeholder-opacity:var(--ion-placeholder-opacity, 0.6);--padding-top:0px;--padding-end:0px;--padding-bottom:0px;--padding-start:0px;--background:transparent;--color:initial;--border-style:solid;--highlight-color-focused:var(--ion-color-primary, #0054e9);--highlight-color-valid:var(--ion-color-success, #2dd55b);--highlight-color-invalid:var(--ion-color-danger, #c5000f);--highlight-color:var(--highlight-color-focused);display:block;position:relative;width:100%;min-height:44px;padding:0 !important;color:var(--color);font-family:var(--ion-font-family, inherit);z-index:2}ion-item[slot=start].sc-ion-input-md-h,ion-item [slot=start].sc-ion-input-md-h,ion-item[slot=end].sc-ion-input-md-h,ion-item [slot=end].sc-ion-input-md-h{width:auto}.ion-color.sc-ion-input-md-h{--highlight-color-focused:var(--ion-color-base)}.input-label-placement-floating.sc-ion-input-md-h,.input-label-placement-stacked.sc-ion-input-md-h{min-height:56px}.native-input.sc-ion-input-md{padding-left:0;padding-right:0;padding-top:0;padding-bottom:0;font-family:inherit;font-size:inherit;font-style:inherit;font-weight:inherit;letter-spacing:inherit;text-decoration:inherit;text-indent:inherit;text-overflow:inherit;text-transform:inherit;text-align:inherit;white-space:inherit;color:inherit;display:inline-block;position:relative;-ms-flex:1;flex:1;width:100%;min-width:2ch;max-width:100%;height:100%;max-height:100%;border:0;outline:none;background:transparent;-webkit-box-sizing:border-box;box-sizing:border-box;-webkit-appearance:none;-moz-appearance:none;appearance:none;z-index:1}.native-input.sc-ion-input-md::-webkit-input-placeholder{color:var(--placeholder-color);font-family:inherit;font-style:var(--placeholder-font-style);font-weight:var(--placeholder-font-weight);opacity:var(--placeholder-opacity)}.native-input.sc-ion-input-md::-moz-placeholder{color:var(--placeholder-color);font-family:inherit;font-style:var(--placeholder-font-style);font-weight:var(--placeholder-font-weight);opacity:var(--placeholder-opacity)}.native-input.sc-ion-input-md:-ms-input-placeholder{color:var(--placeholder-color);font-family:inherit;font-style:var(--placeholder-font-style);font-weight:var(--placeholder-font-weight);opacity:var(--placeholder-opacity)}.native-input.sc-ion-input-md::-ms-input-placeholder{color:var(--placeholder-color);font-family:inherit;font-style:var(--placeholder-font-style);font-weight:var(--placeholder-font-weight);opacity:var(--placeholder-opacity)}.native-input.sc-ion-input-md::placeholder{color:var(--placeholder-color);font-family:inherit;font-style:var(--placeholder-font-style);font-weight:var(--placeholder-font-weight);opacity:var(--placeholder-opacity)}.native-input.sc-ion-input-md:-webkit-autofill{background-color:transparent}.native-input.sc-ion-input-md:invalid{-webkit-box-shadow:none;box-shadow:none}.native-input.sc-ion-input-md::-ms-clear{display:none}.cloned-input.sc-ion-input-md{position:absolute;top:0;bottom:0;height:auto;max-height:none;pointer-events:none}.cloned-input.sc-ion-input-md:disabled{opacity:1}.input-clear-icon.sc-ion-input-md{padding-left:0;padding-right:0;padding-top:0;padding-bottom:0;background-position:center;display:-ms-flexbox;display:flex;-ms-flex-align:center;align-items:center;-ms-flex-pack:center;justify-content:center;width:30px;height:30px;border:0;outline:none;background-color:transparent;background-repeat:no-repeat;color:var(--ion-color-step-600, var(--ion-text-color-step-400, #666666));visibility:hidden;-webkit-appearance:none;-moz-appearance:none;appearance:none}.in-item-color.sc-ion-input-md-h .input-clear-icon.sc-ion-input-md{color:inherit}.input-clear-icon.sc-ion-input-md:focus{opacity:0.5}.has-value.sc-ion-input-md-h .input-clear-icon.sc-ion-input-md{visibility:visible}.input-wrapper.sc-ion-input-md{-webkit-padding-start:var(--padding-start);padding-inline-start:var(--padding-start);-webkit-padding-end:var(--padding-end);padding-inline-end:var(--padding-end);padding-top:var(--padding-top);padding-bottom:var(--padding-bottom);border-radius:var(--border-radius);display:-ms-flexbox;display:flex;position:relative;-ms-flex-positive:1;flex-grow:1;-ms-flex-align:stretch;align-items:stretch;height:inherit;min-height:inherit;-webkit-transition:background-color 15ms linear;transition:background-color 15ms linear;background:var(--background);line-height:normal}.input-control.sc-ion-input-md{display:-ms-flexbox;display:flex;-ms-flex-positive:1;flex-grow:1;width:100%;min-width:0}.native-wrapper.sc-ion-input-md{display:-ms-flexbox;display:flex;position:relative;-ms-flex-positive:1;flex-grow:1;width:100%}.input-label-placement-start.sc-ion-input-md-h .native-wrapper.sc-ion-input-md,.input-label-placement-end.sc-ion-input-md-h .native-wrapper.sc-ion-input-md,.input-label-placement-fixed.sc-ion-input-md-h .native-wrapper.sc-ion-input-md{-ms-flex:1 1 0px;flex:1 1 0}.input-start.sc-ion-input-md,.input-end.sc-ion-input-md{display:-ms-flexbox;display:flex;position:relative;-ms-flex-negative:0;flex-shrink:0;-ms-flex-align:center;align-items:center}.ion-touched.ion-invalid.sc-ion-input-md-h{--highlight-color:var(--highlight-color-invalid)}.ion-valid.sc-ion-input-md-h{--highlight-color:var(--highlight-color-valid)}.input-bottom.sc-ion-input-md{-webkit-padding-start:var(--padding-start);padding-inline-start:var(--padding-start);-webkit-padding-end:var(--padding-end);padding-inline-end:var(--padding-end);padding-top:5px;padding-bottom:0;display:-ms-flexbox;display:flex;-ms-flex-pack:justify;justify-content:space-between;border-top:var(--border-width) var(--border-style) var(--border-color);font-size:0.75rem;white-space:normal}.has-focus.ion-valid.sc-ion-input-md-h,.ion-touched.ion-invalid.sc-ion-input-md-h{--border-color:var(--highlight-color)}.input-bottom.sc-ion-input-md .error-text.sc-ion-input-md{display:none;color:var(--highlight-color-invalid)}.input-bottom.sc-ion-input-md .helper-text.sc-ion-input-md{display:block;color:var(--ion-color-step-700, var(--ion-text-color-step-300, #4d4d4d))}.ion-touched.ion-invalid.sc-ion-input-md-h .input-bottom.sc-ion-input-md .error-text.sc-ion-input-md{display:block}.ion-touched.ion-invalid.sc-ion-input-md-h .input-bottom.sc-ion-input-md .helper-text.sc-ion-input-md{display:none}.input-bottom.sc-ion-input-md .counter.sc-ion-input-md{-webkit-margin-start:auto;margin-inline-start:auto;color:var(--ion-color-step-700, var(--ion-text-color-step-300, #4d4d4d));white-space:nowrap;-webkit-padding-start:16px;padding-inline-start:16px}.has-focus.sc-ion-input-md-h input.sc-ion-input-md{caret-color:var(--highlight-color)}.label-text-wrapper.sc-ion-input-md{display:-ms-flexbox;display:flex;-ms-flex-align:center;align-items:center;min-width:0;max-width:200px;-webkit-transition:color 150ms cubic-bezier(0.4, 0, 0.2, 1), -webkit-transform 150ms cubic-bezier(0.4, 0, 0.2, 1);transition:color 150ms cubic-bezier(0.4, 0, 0.2, 1), -webkit-transform 150ms cubic-bezier(0.4, 0, 0.2, 1);transition:color 150ms cubic-bezier(0.4, 0, 0.2, 1), transform 150ms cubic-bezier(0.4, 0, 0.2, 1);transition:color 150ms cubic-bezier(0.4, 0, 0.2, 1), transform 150ms cubic-bezier(0.4, 0, 0.2, 1), -webkit-transform 150ms cubic-bezier(0.4, 0, 0.2, 1);pointer-events:none}.skip-label-transition.sc-ion-input-md-h .label-text-wrapper.sc-ion-input-md{-webkit-transition:none;transition:none}.label-text.sc-ion-input-md,.sc-ion-input-md-s>[slot=label]{text-overflow:ellipsis;white-space:nowrap;overflow:hidden}.label-text-wrapper-hidden.sc-ion-input-md,.input-outline-notch-hidden.sc-ion-input-md{display:none}.input-wrapper.sc-ion-input-md input.sc-ion-input-md{-webkit-transition:opacity 150ms cubic-bezier(0.4, 0, 0.2, 1);transition:opacity 150ms cubic-bezier(0.4, 0, 0.2, 1)}.input-label-placement-start.sc-ion-input-md-h .input-control.sc-ion-input-md{-ms-flex-direction:row;flex-direction:row}.input-label-placement-start.sc-ion-input-md-h .label-text-wrapper.sc-ion-input-md{-webkit-margin-start:0;margin-inline-start:0;-webkit-margin-end:16px;margin-inline-end:16px;margin-top:0;margin-bottom:0}.input-label-placement-end.sc-ion-input-md-h .input-control.sc-ion-input-md{-ms-flex-direction:row-reverse;flex-direction:row-reverse}.input-label-placement-end.sc-ion-input-md-h .label-text-wrapper.sc-ion-input-md{-webkit-margin-start:16px;margin-inline-start:16px;-webkit-margin-end:0;margin-inline-end:0;margin-top:0;margin-bottom:0}.input-label-placement-fixed.sc-ion-input-md-h .label-text-wrapper.sc-ion-input-md{-webkit-margin-start:0;margin-inline-start:0;-webkit-margin-end:16px;margin-inline-end:16px;margin-top:0;margin-bottom:0}.input-label-placement-fixed.sc-ion-input-md-h .label-text.sc-ion-input-md{-ms-flex:0 0 100px;flex:0 0 100px;width:100px;min-width:100px;max-width:200px}.input-label-placement-stacked.sc-ion-input-md-h .input-control.sc-ion-input-md,.input-label-placement-floating.sc-ion-input-md-h .input-control.sc-ion-input-md{-ms-flex-direction:column;flex-direction:column;-ms-flex-align:start;align-items:start}.input-label-placement-stacked.sc-ion-input-md-h .label-text-wrapper.sc-ion-input-md,.input-label-placement-floating.sc-ion-input-md-h .label-text-wrapper.sc-ion-input-md{-webkit-transform-origin:left top;transform-origin:left top;max-width:100%;z-index:2}[dir=rtl].sc-ion-input-md-h -no-combinator.input-label-placement-stacked.sc-ion-input-md-h .label-text-wrapper.sc-ion-input-md,[dir=rtl] .sc-ion-input-md-h -no-combinator.input-label-placement-stacked.sc-ion-input-md-h .label-text-wrapper.sc-ion-input-md,[dir=rtl].input-label-placement-stacked.sc-ion-input-md-h .label-text-wrapper.sc-ion-input-md,[dir=rtl] .input-label-placement-stacked.sc-ion-input-md-h .label-text-wrapper.sc-ion-input-md,[dir=rtl].sc-ion-input-md-h -no-combinator.input-label-placement-floating.sc-ion-input-md-h .label-text-wrapper.sc-ion-input-md,[dir=rtl] .sc-ion-input-md-h -no-combinator.input-label-placement-floating.sc-ion-input-md-h .label-text-wrapper.sc-ion-input-md,[dir=rtl].input-label-placement-floating.sc-ion-input-md-h .label-text-wrapper.sc-ion-input-md,[dir=rtl] .input-label-placement-floating.sc-ion-input-md-h .label-text-wrapper.sc-ion-input-md{-webkit-transform-origin:right top;transform-origin:right top}@supports selector(:dir(rtl)){.input-label-placement-stacked.sc-ion-input-md-h:dir(rtl) .label-text-wrapper.sc-ion-input-md,.input-label-placement-floating.sc-ion-input-md-h:dir(rtl) .label-text-wrapper.sc-ion-input-md{-webkit-transform-origin:right top;transform-origin:right top}}.input-label-placement-floating.sc-ion-input-md-h .label-text-wrapper.sc-ion-input-md{-webkit-transform:translateY(100%) scale(1);transform:translateY(100%) scale(1)}.input-label-placement-floating.sc-ion-input-md-h input.sc-ion-input-md{opacity:0}.has-focus.input-label-placement-floating.sc-ion-input-md-h input.sc-ion-input-md,.has-value.input-label-placement-floating.sc-ion-input-md-h input.sc-ion-input-md{opacity:1}.label-floating.sc-ion-input-md-h .label-text-wrapper.sc-ion-input-md{-webkit-transform:translateY(50%) scale(0.75);transform:translateY(50%) scale(0.75);max-width:calc(100% / 0.75)}.sc-ion-input-md-s>[slot=start]:last-of-type{-webkit-margin-end:16px;margin-inline-end:16px;-webkit-margin-start:0;margin-inline-start:0}.sc-ion-input-md-s>[slot=end]:first-of-type{-webkit-margin-start:16px;margin-inline-start:16px;-webkit-margin-end:0;margin-inline-end:0}.sc-ion-input-md-h[disabled].sc-ion-input-md-s>ion-input-password-toggle,.sc-ion-input-md-h[disabled] .sc-ion-input-md-s>ion-input-password-toggle,.sc-ion-input-md-h[readonly].sc-ion-input-md-s>ion-input-password-toggle,.sc-ion-input-md-h[readonly] .sc-ion-input-md-s>ion-input-password-toggle{visibility:hidden}.input-fill-solid.sc-ion-input-md-h{--background:var(--ion-color-step-50, var(--ion-background-color-step-50, #f2f2f2));--border-color:var(--ion-color-step-500, var(--ion-background-color-step-500, gray));--border-radius:4px;--padding-start:16px;--padding-end:16px;min-height:56px}.input-fill-solid.sc-ion-input-md-h .input-wrapper.sc-ion-input-md{border-bottom:var(--border-width) var(--border-style) var(--border-color)}.has-focus.input-fill-solid.ion-valid.sc-ion-input-md-h,.input-fill-solid.ion-touched.ion-invalid.sc-ion-input-md-h{--border-color:var(--highlight-color)}.input-fill-solid.sc-ion-input-md-h .input-bottom.sc-ion-input-md{border-top:none}@media (any-hover: hover){.input-fill-solid.sc-ion-input-md-h:hover{--background:var(--ion-color-step-100, var(--ion-background-color-step-100, #e6e6e6));--border-color:var(--ion-color-step-750, var(--ion-background-color-step-750, #404040))}}.input-fill-solid.has-focus.sc-ion-input-md-h{--background:var(--ion-color-step-150, var(--ion-background-color-step-150, #d9d9d9));--border-color:var(--ion-color-step-750, var(--ion-background-color-step-750, #404040))}.input-fill-solid.sc-ion-input-md-h .input-wrapper.sc-ion-input-md{border-start-start-radius:var(--border-radius);border-start-end-radius:var(--border-radius);border-end-end-radius:0px;border-end-start-radius:0px}.label-floating.input-fill-solid.input-label-placement-floating.sc-ion-input-md-h .label-text-wrapper.sc-ion-input-md{max-width:calc(100% / 0.75)}.input-fill-outline.sc-ion-input-md-h{--border-color:var(--ion-color-step-300, var(--ion-background-color-step-300, #b3b3b3));--border-radius:4px;--padding-start:16px;--padding-end:16px;--internal-start-container-adjustment:0px;min-height:56px}.input-fill-outline.input-shape-round.sc-ion-input-md-h{--border-radius:28px;--padding-start:32px;--padding-end:32px}.has-focus.input-fill-outline.ion-valid.sc-ion-input-md-h,.input-fill-outline.ion-touched.ion-invalid.sc-ion-input-md-h{--border-color:var(--highlight-color)}@media (any-hover: hover){.input-fill-outline.sc-ion-input-md-h:hover{--border-color:var(--ion-color-step-750, var(--ion-background-color-step-750, #404040))}}.input-fill-outline.has-focus.sc-ion-input-md-h{--border-width:var(--highlight-height);--border-color:var(--highlight-color)}.input-fill-outline.sc-ion-input-md-h .input-bottom.sc-ion-input-md{border-top:none}.input-fill-outline.sc-ion-input-md-h .input-wrapper.sc-ion-input-md{border-bottom:none}.input-fill-outline.sc-ion-input-md-h:not(.label-floating) .input-control.sc-ion-input-md{position:relative}.input-fill-outline.input-label-placement-stacked.sc-ion-input-md-h .label-text-wrapper.sc-ion-input-md,.input-fill-outline.input-label-placement-floating.sc-ion-input-md-h .label-text-wrapper.sc-ion-input-md{-webkit-transform-origin:left top;transform-origin:left top;position:absolute;max-width:100%}[dir=rtl].sc-ion-input-md-h -no-combinator.input-fill-outline.input-label-placement-stacked.sc-ion-input-md-h .label-text-wrapper.sc-ion-input-md,[dir=rtl] .sc-ion-input-md-h -no-combinator.input-fill-outline.input-label-placement-stacked.sc-ion-input-md-h .label-text-wrapper.sc-ion-input-md,[dir=rtl].input-fill-outline.input-label-placement-stacked.sc-ion-input-md-h .label-text-wrapper.sc-ion-input-md,[dir=rtl] .input-fill-outline.input-label-placement-stacked.sc-ion-input-md-h .label-text-wrapper.sc-ion-input-md,[dir=rtl].sc-ion-input-md-h -no-combinator.input-fill-outline.input-label-placement-floating.sc-ion-input-md-h .label-text-wrapper.sc-ion-input-md,[dir=rtl] .sc-ion-input-md-h -no-combinator.input-fill-outline.input-label-placement-floating.sc-ion-input-md-h .label-text-wrapper.sc-ion-input-md,[dir=rtl].input-fill-outline.input-label-placement-floating.sc-ion-input-md-h .label-text-wrapper.sc-ion-input-md,[dir=rtl] .input-fill-outline.input-label-placement-floating.sc-ion-input-md-h .label-text-wrapper.sc-ion-input-md{-webkit-transform-origin:right top;transform-origin:right top}@supports selector(:dir(rtl)){.input-fill-outline.input-label-placement-stacked.sc-ion-input-md-h:dir(rtl) .label-text-wrapper.sc-ion-input-md,.input-fill-outline.input-label-placement-floating.sc-ion-input-md-h:dir(rtl) .label-text-wrapper.sc-ion-input-md{-webkit-transform-origin:right top;transform-origin:right top}}.input-fill-outline.sc-ion-input-md-h .label-text-wrapper.sc-ion-input-md{position:relative}.label-floating.input-fill-outline.sc-ion-input-md-h .label-text-wrapper.sc-ion-input-md{-webkit-transform:translate(var(--internal-start-container-adjustment, 0px), -32%) scale(0.75);transform:translate(var(--internal-start-container-adjustment, 0px), -32%) scale(0.75);margin-left:0;margin-right:0;margin-top:0;margin-bottom:0;max-width:calc((100% - var(--padding-start) - var(--padding-end) - 8px) / 0.75)}.input-fill-outline.sc-ion-input-md-h .input-outline-container.sc-ion-input-md{left:0;right:0;top:0;bottom:0;display:-ms-flexbox;display:flex;position:absolute;width:100%;height:100%}.input-fill-outline.sc-ion-input-md-h .input-outline-start.sc-ion-input-md,.input-fill-outline.sc-ion-input-md-h .input-outline-end.sc-ion-input-md{pointer-events:none}.input-fill-outline.sc-ion-input-md-h .input-outline-start.sc-ion-input-md,.input-fill-outline.sc-ion-input-md-h .input-outline-notch.sc-ion-input-md,.input-fill-outline.sc-ion-input-md-h .input-outline-end.sc-ion-input-md{border-top:var(--border-width) var(--border-style) var(--border-color);border-bottom:var(--border-width) var(--border-style) var(--border-color)}.input-fill-outline.sc-ion-input-md-h .input-outline-notch.sc-ion-input-md{max-width:calc(100% - var(--padding-start) - var(--padding-end))}.input-fill-outline.sc-ion-input-md-h .notch-spacer.sc-ion-input-md{-webkit-padding-end:8px;padding-inline-end:8px;font-size:calc(1em * 0.75);opacity:0;pointer-events:none;-webkit-box-sizing:content-box;box-sizing:content-box}.input-fill-outline.sc-ion-input-md-h .input-outline-start.sc-ion-input-md{border-start-start-radius:var(--border-radius);border-start-end-radius:0px;border-end-end-radius:0px;border-end-start-radius:var(--border-radius);-webkit-border-start:var(--border-width) var(--border-style) var(--border-color);border-inline-start:var(--border-width) var(--border-style) var(--border-color);width:calc(var(--padding-start) - 4px)}.input-fill-outline.sc-ion-input-md-h .input-outline-end.sc-ion-input-md{-webkit-border-end:var(--border-width) var(--border-style) var(--border-color);border-inline-end:var(--border-width) var(--border-style) var(--border-color);border-start-start-radius:0px;border-start-end-radius:var(--border-radius);border-end-end-radius:var(--border-radius);border-end-start-radius:0px;-ms-flex-positive:1;flex-grow:1}.label-floating.input-fill-outline.sc-ion-input-md-h .input-outline-notch.sc-ion-input-md{border-top:none}.sc-ion-input-md-h{--border-width:1px;--border-color:var(--ion-item-border-color, var(--ion-border-color, var(--ion-color-step-150, var(--ion-background-color-step-150, rgba(0, 0, 0, 0.13)))));--highlight-height:2px;font-size:inherit}.input-clear-icon.sc-ion-input-md ion-icon.sc-ion-input-md{font-size:22px}.input-disabled.sc-ion-input-md-h{opacity:0.38}.has-focus.ion-valid.sc-ion-input-md-h,.ion-touched.ion-invalid.sc-ion-input-md-h{--border-color:var(--highlight-color)}.input-bottom.sc-ion-input-md .counter.sc-ion-input-md{letter-spacing:0.0333333333em}.input-label-placement-floating.has-focus.sc-ion-input-md-h .label-text-wrapper.sc-ion-input-md,.input-label-placement-stacked.has-focus.sc-ion-input-md-h .label-text-wrapper.sc-ion-input-md{color:var(--highlight-color)}.has-focus.input-label-placement-floating.ion-valid.sc-ion-input-md-h .label-text-wrapper.sc-ion-input-md,.input-label-placement-floating.ion-touched.ion-invalid.sc-ion-input-md-h .label-text-wrapper.sc-ion-input-md,.has-focus.input-label-placement-stacked.ion-valid.sc-ion-input-md-h .label-text-wrapper.sc-ion-input-md,.input-label-placement-stacked.ion-touched.ion-invalid.sc-ion-input-md-h .label-text-wrapper.sc-ion-input-md{color:var(--highlight-color)}.input-highlight.sc-ion-input-md{bottom:-1px;position:absolute;width:100%;height:var(--highlight-height);-webkit-transform:scale(0);transform:scale(0);-webkit-transition:-webkit-transform 200ms;transition:-webkit-transform 200ms;transition:transform 200ms;transition:transform 200ms, -webkit-transform 200ms;background:var(--highlight-color)}.input-highlight.sc-ion-input-md{inset-inline-start:0}.has-focus.sc-ion-input-md-h .input-highlight.sc-ion-input-md{-webkit-transform:scale(1);transform:scale(1)}.in-item.sc-ion-input-md-h .input-highlight.sc-ion-input-md{bottom:0}.in-item.sc-ion-input-md-h .input-highlight.sc-ion-input-md{inset-inline-start:0}.input-shape-round.sc-ion-input-md-h{--border-radius:16px}.sc-ion-input-md-s>ion-button[slot=start].button-has-icon-only,.sc-ion-input-md-s>ion-button[slot=end].button-has-icon-only{--border-radius:50%;--padding-start:8px;--padding-end:8px;--padding-top:8px;--padding-bottom:8px;aspect-ratio:1;min-height:40px}"}}},[294,"ion-input",{color:[513],autocapitalize:[1],autocomplete:[1],autocorrect:[4],autofocus:[4],clearInput:[4,"clear-input"],clearInputIcon:[1,"clear-input-icon"],clearOnEdit:[4,"clear-on-edit"],counter:[4],counterFormatter:[16],debounce:[2],disabled:[516],enterkeyhint:[1],errorText:[1,"error-text"],fill:[1],inputmode:[1],helperText:[1,"helper-text"],label:[1],labelPlacement:[1,"label-placement"],max:[8],maxlength:[2],min:[8],minlength:[2],multiple:[4],name:[1],pattern:[1],placeholder:[1],readonly:[516],required:[4],shape:[1],spellcheck:[4],step:[1],type:[1],value:[1032],hasFocus:[32],isInvalid:[32],setFocus:[64],getInputElement:[64]},[[2,"click","onClickCapture"]],{debounce:[{debounceChanged:0}],type:[{onTypeChange:0}],value:[{valueChanged:0}],dir:[{onDirChanged:0}]}]),Gw=0;var my=function(){typeof customElements<"u"&&["ion-input","ion-icon"].forEach((i=>{switch(i){case"ion-input":customElements.get(i)||customElements.define(i,Kw);break;case"ion-icon":customElements.get(i)||qa()}}))};ni();vo();Wp();Da();var su=()=>{if(xe!==void 0)return xe.Capacitor};var au,fy;(function(i){i.Heavy="HEAVY",i.Medium="MEDIUM",i.Light="LIGHT"})(au||(au={})),(function(i){i.Success="SUCCESS",i.Warning="WARNING",i.Error="ERROR"})(fy||(fy={}));var vy={getEngine(){let i=su();if(i?.isPluginAvailable("Haptics"))return i.Plugins.Haptics},available(){return this.getEngine()?su()?.getPlatform()!=="web"||typeof navigator<"u"&&navigator.vibrate!==void 0:!1},impact(i){let t=this.getEngine();t&&t.impact({style:i.style})},notification(i){let t=this.getEngine();t&&t.notification({type:i.type})},selection(){this.impact({style:au.Light})},selectionStart(){let i=this.getEngine();i&&i.selectionStart()},selectionChanged(){let i=this.getEngine();i&&i.selectionChanged()},selectionEnd(){let i=this.getEngine();i&&i.selectionEnd()}},Yw=()=>vy.available(),lu=()=>{Yw()&&vy.selection()};var Xw=ae(class extends se{constructor(i){super(),i!==!1&&this.__registerHost(),this.__attachShadow(),this.ionChange=Lt(this,"ionChange",7),this.ionFocus=Lt(this,"ionFocus",7),this.ionBlur=Lt(this,"ionBlur",7),this.inputId="ion-tg-"+Jw++,this.inputLabelId=this.inputId+"-lbl",this.helperTextId=this.inputId+"-helper-text",this.errorTextId=this.inputId+"-error-text",this.lastDrag=0,this.inheritedAttributes={},this.didLoad=!1,this.activated=!1,this.isInvalid=!1,this.name=this.inputId,this.checked=!1,this.disabled=!1,this.value="on",this.enableOnOffLabels=ne.get("toggleOnOffLabels"),this.labelPlacement="start",this.required=!1,this.setupGesture=async()=>{let{toggleTrack:t}=this;t&&(this.gesture=(await Promise.resolve().then(()=>(Db(),Nb))).createGesture({el:t,gestureName:"toggle",gesturePriority:100,threshold:5,passive:!1,onStart:()=>this.onStart(),onMove:e=>this.onMove(e),onEnd:e=>this.onEnd(e)}),this.disabledChanged())},this.onKeyDown=t=>{t.key===" "&&(t.preventDefault(),this.disabled||this.toggleChecked())},this.onClick=t=>{let e=Ha("ios");this.disabled||(t.preventDefault(),this.lastDrag+300<Date.now()&&(this.toggleChecked(),e&&lu()))},this.onDivLabelClick=t=>{t.stopPropagation()},this.onFocus=()=>{this.ionFocus.emit()},this.onBlur=()=>{this.ionBlur.emit()},this.getSwitchLabelIcon=(t,e)=>t==="md"?e?ny:eu:e?eu:ly}disabledChanged(){this.gesture&&this.gesture.enable(!this.disabled)}toggleChecked(){let{checked:i,value:t}=this,e=!i;this.checked=e,this.ionChange.emit({checked:e,value:t})}async connectedCallback(){let{didLoad:i,el:t}=this;i&&this.setupGesture(),typeof MutationObserver<"u"&&(this.validationObserver=new MutationObserver((()=>{let e=si(t);this.isInvalid!==e&&(this.isInvalid=e,Promise.resolve().then((()=>{this.hintTextId=this.getHintTextId()})))})),this.validationObserver.observe(t,{attributes:!0,attributeFilter:["class"]})),this.isInvalid=si(t),this.itemFocusObserver=Va(t,(()=>Be(this)),["item-multiple-inputs","ion-activatable"])}componentDidLoad(){this.setupGesture(),this.didLoad=!0}disconnectedCallback(){this.gesture&&(this.gesture.destroy(),this.gesture=void 0),this.itemFocusObserver&&(this.itemFocusObserver.disconnect(),this.itemFocusObserver=void 0),this.validationObserver&&(this.validationObserver.disconnect(),this.validationObserver=void 0)}componentWillLoad(){this.inheritedAttributes={...br(this.el)},this.hintTextId=this.getHintTextId()}onStart(){this.activated=!0,this.setFocus()}onMove(i){Zw(Sn(this.el),this.checked,i.deltaX,-10)&&(this.toggleChecked(),lu())}onEnd(i){this.activated=!1,this.lastDrag=Date.now(),i.event.preventDefault(),i.event.stopImmediatePropagation()}getValue(){return this.value||""}setFocus(){this.el.focus()}renderOnOffSwitchLabels(i,t){let e=this.getSwitchLabelIcon(i,t);return A("ion-icon",{class:{"toggle-switch-icon":!0,"toggle-switch-icon-checked":t},icon:e,"aria-hidden":"true"})}renderToggleControl(){let i=le(this),{enableOnOffLabels:t,checked:e}=this;return A("div",{class:"toggle-icon",part:"track",ref:o=>this.toggleTrack=o},t&&i==="ios"&&[this.renderOnOffSwitchLabels(i,!0),this.renderOnOffSwitchLabels(i,!1)],A("div",{class:"toggle-icon-wrapper"},A("div",{class:"toggle-inner",part:"handle"},t&&i==="md"&&this.renderOnOffSwitchLabels(i,e))))}get hasLabel(){return this.el.textContent!==""}getHintTextId(){let{helperText:i,errorText:t,helperTextId:e,errorTextId:o,isInvalid:r}=this;return r&&t?o:i?e:void 0}renderHintText(){let{helperText:i,errorText:t,helperTextId:e,errorTextId:o,isInvalid:r}=this;if(i||t)return A("div",{class:"toggle-bottom"},A("div",{id:e,class:"helper-text",part:"supporting-text helper-text","aria-live":"polite"},r?null:i),A("div",{id:o,class:"error-text",part:"supporting-text error-text",role:"alert"},r?t:null))}render(){let{activated:i,alignment:t,checked:e,color:o,disabled:r,el:n,hasLabel:s,inheritedAttributes:a,inputId:l,inputLabelId:c,justify:d,labelPlacement:p,name:u,required:m}=this,g=le(this),b=this.getValue(),w=Sn(n)?"rtl":"ltr",x=Yt("ion-item",n),k=Yt("ion-item.item-multiple-inputs",n),E=Yt("ion-item.ion-activatable, ion-item[button], ion-item[href]",n);return Ba(!0,n,u,e?b:"",r),A(ee,{key:"148d15040257b05b3769da5a2439d051e357cbba",role:"switch","aria-checked":""+e,"aria-describedby":this.hintTextId,"aria-invalid":this.isInvalid?"true":void 0,onClick:this.onClick,"aria-labelledby":s?c:null,"aria-label":a["aria-label"]||null,"aria-disabled":r?"true":null,"aria-required":m?"true":void 0,tabindex:r?void 0:0,onKeyDown:this.onKeyDown,onFocus:this.onFocus,onBlur:this.onBlur,class:Mi(o,{[g]:!0,"in-item":x,"ion-focusable":!0,"toggle-defers-indicator":x&&!k&&!E,"toggle-activated":i,"toggle-checked":e,"toggle-disabled":r,["toggle-justify-"+d]:d!==void 0,["toggle-alignment-"+t]:t!==void 0,["toggle-label-placement-"+p]:!0,["toggle-"+w]:!0})},A("label",{key:"0dbc40adc87e2ab4bdcd9a9fef43393484174c18",class:"toggle-wrapper",htmlFor:l},A("input",{key:"92dee565687fc9a883f97091ead1bbb51df43779",type:"checkbox",role:"switch","aria-checked":""+e,checked:e,disabled:r,id:l,required:m,...a}),A("div",{key:"f057bc57714b26e84226ee931e09212b86dba69f",class:{"label-text-wrapper":!0,"label-text-wrapper-hidden":!s},part:"label",id:c,onClick:this.onDivLabelClick},A("slot",{key:"345efb5ce20f8124d1e74877b4943edf82fe2f8e"}),this.renderHintText()),A("div",{key:"fc1a7fb6b65064307fbe0a50178559a52d6aedb7",class:"native-wrapper"},this.renderToggleControl())))}get el(){return this}static get watchers(){return{disabled:[{disabledChanged:0}]}}static get style(){return{ios:":host{-webkit-box-sizing:content-box !important;box-sizing:content-box !important;display:inline-block;position:relative;max-width:100%;cursor:pointer;-webkit-user-select:none;-moz-user-select:none;-ms-user-select:none;user-select:none;z-index:2}:host(.in-item){-ms-flex:1 1 0px;flex:1 1 0;width:100%;height:100%}:host([slot=start]),:host([slot=end]){-ms-flex:initial;flex:initial;width:auto}:host(.toggle-disabled){pointer-events:none}input{display:none}:host(:focus){outline:none}.toggle-wrapper{display:-ms-flexbox;display:flex;position:relative;-ms-flex-positive:1;flex-grow:1;-ms-flex-align:center;align-items:center;-ms-flex-pack:justify;justify-content:space-between;height:inherit;-webkit-transition:background-color 15ms linear;transition:background-color 15ms linear;cursor:inherit}.label-text-wrapper{text-overflow:ellipsis;white-space:nowrap;overflow:hidden}:host(.in-item) .label-text-wrapper{margin-top:10px;margin-bottom:10px}:host(.in-item.toggle-label-placement-stacked) .label-text-wrapper{margin-top:10px;margin-bottom:16px}:host(.in-item.toggle-label-placement-stacked) .native-wrapper{margin-bottom:10px}.label-text-wrapper-hidden{display:none}.native-wrapper{display:-ms-flexbox;display:flex;-ms-flex-align:center;align-items:center}.toggle-bottom{padding-top:4px;display:-ms-flexbox;display:flex;-ms-flex-pack:justify;justify-content:space-between;font-size:0.75rem;white-space:normal}:host(.toggle-label-placement-stacked) .toggle-bottom{font-size:1rem}.toggle-bottom .error-text{display:none;color:var(--ion-color-danger, #c5000f)}.toggle-bottom .helper-text{display:block;color:var(--ion-color-step-700, var(--ion-text-color-step-300, #4d4d4d))}:host(.ion-touched.ion-invalid) .toggle-bottom .error-text{display:block}:host(.ion-touched.ion-invalid) .toggle-bottom .helper-text{display:none}:host(.toggle-label-placement-start) .toggle-wrapper{-ms-flex-direction:row;flex-direction:row}:host(.toggle-label-placement-start) .label-text-wrapper{-webkit-margin-start:0;margin-inline-start:0;-webkit-margin-end:16px;margin-inline-end:16px}:host(.toggle-label-placement-end) .toggle-wrapper{-ms-flex-direction:row-reverse;flex-direction:row-reverse;-ms-flex-pack:start;justify-content:start}:host(.toggle-label-placement-end) .label-text-wrapper{-webkit-margin-start:16px;margin-inline-start:16px;-webkit-margin-end:0;margin-inline-end:0}:host(.toggle-label-placement-fixed) .label-text-wrapper{-webkit-margin-start:0;margin-inline-start:0;-webkit-margin-end:16px;margin-inline-end:16px}:host(.toggle-label-placement-fixed) .label-text-wrapper{-ms-flex:0 0 100px;flex:0 0 100px;width:100px;min-width:100px;max-width:200px}:host(.toggle-label-placement-stacked) .toggle-wrapper{-ms-flex-direction:column;flex-direction:column;text-align:center}:host(.toggle-label-placement-stacked) .label-text-wrapper{-webkit-transform:scale(0.75);transform:scale(0.75);margin-left:0;margin-right:0;margin-bottom:16px;max-width:calc(100% / 0.75)}:host(.toggle-label-placement-stacked.toggle-alignment-start) .label-text-wrapper{-webkit-transform-origin:left top;transform-origin:left top}:host-context([dir=rtl]):host(.toggle-label-placement-stacked.toggle-alignment-start) .label-text-wrapper,:host-context([dir=rtl]).toggle-label-placement-stacked.toggle-alignment-start .label-text-wrapper{-webkit-transform-origin:right top;transform-origin:right top}@supports selector(:dir(rtl)){:host(.toggle-label-placement-stacked.toggle-alignment-start:dir(rtl)) .label-text-wrapper{-webkit-transform-origin:right top;transform-origin:right top}}:host(.toggle-label-placement-stacked.toggle-alignment-center) .label-text-wrapper{-webkit-transform-origin:center top;transform-origin:center top}:host-context([dir=rtl]):host(.toggle-label-placement-stacked.toggle-alignment-center) .label-text-wrapper,:host-context([dir=rtl]).toggle-label-placement-stacked.toggle-alignment-center .label-text-wrapper{-webkit-transform-origin:calc(100% - center) top;transform-origin:calc(100% - center) top}@supports selector(:dir(rtl)){:host(.toggle-label-placement-stacked.toggle-alignment-center:dir(rtl)) .label-text-wrapper{-webkit-transform-origin:calc(100% - center) top;transform-origin:calc(100% - center) top}}:host(.toggle-justify-space-between) .toggle-wrapper{-ms-flex-pack:justify;justify-content:space-between}:host(.toggle-justify-start) .toggle-wrapper{-ms-flex-pack:start;justify-content:start}:host(.toggle-justify-end) .toggle-wrapper{-ms-flex-pack:end;justify-content:end}:host(.toggle-alignment-start) .toggle-wrapper{-ms-flex-align:start;align-items:start}:host(.toggle-alignment-center) .toggle-wrapper{-ms-flex-align:center;align-items:center}:host(.toggle-justify-space-between),:host(.toggle-justify-start),:host(.toggle-justify-end),:host(.toggle-alignment-start),:host(.toggle-alignment-center){display:block}.toggle-icon-wrapper{display:-ms-flexbox;display:flex;position:relative;-ms-flex-align:center;align-items:center;width:100%;height:100%;-webkit-transition:var(--handle-transition);transition:var(--handle-transition);will-change:transform}.toggle-icon{border-radius:var(--border-radius);display:block;position:relative;width:100%;height:100%;background:var(--track-background);overflow:inherit}:host(.toggle-checked) .toggle-icon{background:var(--track-background-checked)}.toggle-inner{border-radius:var(--handle-border-radius);position:absolute;left:var(--handle-spacing);width:var(--handle-width);height:var(--handle-height);max-height:var(--handle-max-height);-webkit-transition:var(--handle-transition);transition:var(--handle-transition);background:var(--handle-background);-webkit-box-shadow:var(--handle-box-shadow);box-shadow:var(--handle-box-shadow);contain:strict}:host(.toggle-ltr) .toggle-inner{left:var(--handle-spacing)}:host(.toggle-rtl) .toggle-inner{right:var(--handle-spacing)}:host(.toggle-ltr.toggle-checked) .toggle-icon-wrapper{-webkit-transform:translate3d(calc(100% - var(--handle-width)), 0, 0);transform:translate3d(calc(100% - var(--handle-width)), 0, 0)}:host(.toggle-rtl.toggle-checked) .toggle-icon-wrapper{-webkit-transform:translate3d(calc(-100% + var(--handle-width)), 0, 0);transform:translate3d(calc(-100% + var(--handle-width)), 0, 0)}:host(.toggle-checked) .toggle-inner{background:var(--handle-background-checked)}:host(.toggle-ltr.toggle-checked) .toggle-inner{-webkit-transform:translate3d(calc(var(--handle-spacing) * -2), 0, 0);transform:translate3d(calc(var(--handle-spacing) * -2), 0, 0)}:host(.toggle-rtl.toggle-checked) .toggle-inner{-webkit-transform:translate3d(calc(var(--handle-spacing) * 2), 0, 0);transform:translate3d(calc(var(--handle-spacing) * 2), 0, 0)}:host{--track-background:rgba(var(--ion-text-color-rgb, 0, 0, 0), 0.088);--track-background-checked:var(--ion-color-primary, #0054e9);--border-radius:15.5px;--handle-background:#ffffff;--handle-background-checked:#ffffff;--handle-border-radius:25.5px;--handle-box-shadow:0 3px 4px rgba(0, 0, 0, 0.06), 0 3px 8px rgba(0, 0, 0, 0.06);--handle-height:calc(31px - (2px * 2));--handle-max-height:calc(100% - var(--handle-spacing) * 2);--handle-width:calc(31px - (2px * 2));--handle-spacing:2px;--handle-transition:transform 300ms, width 120ms ease-in-out 80ms, left 110ms ease-in-out 80ms, right 110ms ease-in-out 80ms}.native-wrapper .toggle-icon{width:51px;height:31px;overflow:hidden}:host(.ion-color.toggle-checked) .toggle-icon{background:var(--ion-color-base)}:host(.toggle-activated) .toggle-switch-icon{opacity:0}.toggle-icon{-webkit-transform:translate3d(0, 0, 0);transform:translate3d(0, 0, 0);-webkit-transition:background-color 300ms;transition:background-color 300ms}.toggle-inner{will-change:transform}.toggle-switch-icon{position:absolute;top:50%;width:11px;height:11px;-webkit-transform:translateY(-50%);transform:translateY(-50%);-webkit-transition:opacity 300ms, color 300ms;transition:opacity 300ms, color 300ms}.toggle-switch-icon{position:absolute;color:var(--ion-color-dark, #222428)}:host(.toggle-ltr) .toggle-switch-icon{right:6px}:host(.toggle-rtl) .toggle-switch-icon{right:initial;left:6px;}:host(.toggle-checked) .toggle-switch-icon.toggle-switch-icon-checked{color:var(--ion-color-contrast, #fff)}:host(.toggle-checked) .toggle-switch-icon:not(.toggle-switch-icon-checked){opacity:0}.toggle-switch-icon-checked{position:absolute;width:15px;height:15px;-webkit-transform:translateY(-50%) rotate(90deg);transform:translateY(-50%) rotate(90deg)}:host(.toggle-ltr) .toggle-switch-icon-checked{right:initial;left:4px;}:host(.toggle-rtl) .toggle-switch-icon-checked{right:4px}:host(.toggle-activated) .toggle-icon::before,:host(.toggle-checked) .toggle-icon::before{-webkit-transform:scale3d(0, 0, 0);transform:scale3d(0, 0, 0)}:host(.toggle-activated.toggle-checked) .toggle-inner::before{-webkit-transform:scale3d(0, 0, 0);transform:scale3d(0, 0, 0)}:host(.toggle-activated) .toggle-inner{width:calc(var(--handle-width) + 6px)}:host(.toggle-ltr.toggle-activated.toggle-checked) .toggle-icon-wrapper{-webkit-transform:translate3d(calc(100% - var(--handle-width) - 6px), 0, 0);transform:translate3d(calc(100% - var(--handle-width) - 6px), 0, 0)}:host(.toggle-rtl.toggle-activated.toggle-checked) .toggle-icon-wrapper{-webkit-transform:translate3d(calc(-100% + var(--handle-width) + 6px), 0, 0);transform:translate3d(calc(-100% + var(--handle-width) + 6px), 0, 0)}:host(.toggle-disabled){opacity:0.3}:host(.ion-focused:not(.toggle-defers-indicator)) .toggle-icon{-webkit-box-shadow:0 0 0 4px rgba(var(--ion-color-primary-rgb, 0, 84, 233), 0.2);box-shadow:0 0 0 4px rgba(var(--ion-color-primary-rgb, 0, 84, 233), 0.2)}:host(.ion-color.ion-focused.toggle-checked:not(.toggle-defers-indicator)) .toggle-icon{-webkit-box-shadow:0 0 0 4px rgba(var(--ion-color-base-rgb), 0.2);box-shadow:0 0 0 4px rgba(var(--ion-color-base-rgb), 0.2)}",md:':host{-webkit-box-sizing:content-box !important;box-sizing:content-box !important;display:inline-block;position:relative;max-width:100%;cursor:pointer;-webkit-user-select:none;-moz-user-select:none;-ms-user-select:none;user-select:none;z-index:2}:host(.in-item){-ms-flex:1 1 0px;flex:1 1 0;width:100%;height:100%}:host([slot=start]),:host([slot=end]){-ms-flex:initial;flex:initial;width:auto}:host(.toggle-disabled){pointer-events:none}input{display:none}:host(:focus){outline:none}.toggle-wrapper{display:-ms-flexbox;display:flex;position:relative;-ms-flex-positive:1;flex-grow:1;-ms-flex-align:center;align-items:center;-ms-flex-pack:justify;justify-content:space-between;height:inherit;-webkit-transition:background-color 15ms linear;transition:background-color 15ms linear;cursor:inherit}.label-text-wrapper{text-overflow:ellipsis;white-space:nowrap;overflow:hidden}:host(.in-item) .label-text-wrapper{margin-top:10px;margin-bottom:10px}:host(.in-item.toggle-label-placement-stacked) .label-text-wrapper{margin-top:10px;margin-bottom:16px}:host(.in-item.toggle-label-placement-stacked) .native-wrapper{margin-bottom:10px}.label-text-wrapper-hidden{display:none}.native-wrapper{display:-ms-flexbox;display:flex;-ms-flex-align:center;align-items:center}.toggle-bottom{padding-top:4px;display:-ms-flexbox;display:flex;-ms-flex-pack:justify;justify-content:space-between;font-size:0.75rem;white-space:normal}:host(.toggle-label-placement-stacked) .toggle-bottom{font-size:1rem}.toggle-bottom .error-text{display:none;color:var(--ion-color-danger, #c5000f)}.toggle-bottom .helper-text{display:block;color:var(--ion-color-step-700, var(--ion-text-color-step-300, #4d4d4d))}:host(.ion-touched.ion-invalid) .toggle-bottom .error-text{display:block}:host(.ion-touched.ion-invalid) .toggle-bottom .helper-text{display:none}:host(.toggle-label-placement-start) .toggle-wrapper{-ms-flex-direction:row;flex-direction:row}:host(.toggle-label-placement-start) .label-text-wrapper{-webkit-margin-start:0;margin-inline-start:0;-webkit-margin-end:16px;margin-inline-end:16px}:host(.toggle-label-placement-end) .toggle-wrapper{-ms-flex-direction:row-reverse;flex-direction:row-reverse;-ms-flex-pack:start;justify-content:start}:host(.toggle-label-placement-end) .label-text-wrapper{-webkit-margin-start:16px;margin-inline-start:16px;-webkit-margin-end:0;margin-inline-end:0}:host(.toggle-label-placement-fixed) .label-text-wrapper{-webkit-margin-start:0;margin-inline-start:0;-webkit-margin-end:16px;margin-inline-end:16px}:host(.toggle-label-placement-fixed) .label-text-wrapper{-ms-flex:0 0 100px;flex:0 0 100px;width:100px;min-width:100px;max-width:200px}:host(.toggle-label-placement-stacked) .toggle-wrapper{-ms-flex-direction:column;flex-direction:column;text-align:center}:host(.toggle-label-placement-stacked) .label-text-wrapper{-webkit-transform:scale(0.75);transform:scale(0.75);margin-left:0;margin-right:0;margin-bottom:16px;max-width:calc(100% / 0.75)}:host(.toggle-label-placement-stacked.toggle-alignment-start) .label-text-wrapper{-webkit-transform-origin:left top;transform-origin:left top}:host-context([dir=rtl]):host(.toggle-label-placement-stacked.toggle-alignment-start) .label-text-wrapper,:host-context([dir=rtl]).toggle-label-placement-stacked.toggle-alignment-start .label-text-wrapper{-webkit-transform-origin:right top;transform-origin:right top}@supports selector(:dir(rtl)){:host(.toggle-label-placement-stacked.toggle-alignment-start:dir(rtl)) .label-text-wrapper{-webkit-transform-origin:right top;transform-origin:right top}}:host(.toggle-label-placement-stacked.toggle-alignment-center) .label-text-wrapper{-webkit-transform-origin:center top;transform-origin:center top}:host-context([dir=rtl]):host(.toggle-label-placement-stacked.toggle-alignment-center) .label-text-wrapper,:host-context([dir=rtl]).toggle-label-placement-stacked.toggle-alignment-center .label-text-wrapper{-webkit-transform-origin:calc(100% - center) top;transform-origin:calc(100% - center) top}@supports selector(:dir(rtl)){:host(.toggle-label-placement-stacked.toggle-alignment-center:dir(rtl)) .label-text-wrapper{-webkit-transform-origin:calc(100% - center) top;transform-origin:calc(100% - center) top}}:host(.toggle-justify-space-between) .toggle-wrapper{-ms-flex-pack:justify;justify-content:space-between}:host(.toggle-justify-start) .toggle-wrapper{-ms-flex-pack:start;justify-content:start}:host(.toggle-justify-end) .toggle-wrapper{-ms-flex-pack:end;justify-content:end}:host(.toggle-alignment-start) .toggle-wrapper{-ms-flex-align:start;align-items:start}:host(.toggle-alignment-center) .toggle-wrapper{-ms-flex-align:center;align-items:center}:host(.toggle-justify-space-between),:host(.toggle-justify-start),:host(.toggle-justify-end),:host(.toggle-alignment-start),:host(.toggle-alignment-center){display:block}.toggle-icon-wrapper{display:-ms-flexbox;display:flex;position:relative;-ms-flex-align:center;align-items:center;width:100%;height:100%;-webkit-transition:var(--handle-transition);transition:var(--handle-transition);will-change:transform}.toggle-icon{border-radius:var(--border-radius);display:block;position:relative;width:100%;height:100%;background:var(--track-background);overflow:inherit}:host(.toggle-checked) .toggle-icon{background:var(--track-background-checked)}.toggle-inner{border-radius:var(--handle-border-radius);position:absolute;left:var(--handle-spacing);width:var(--handle-width);height:var(--handle-height);max-height:var(--handle-max-height);-webkit-transition:var(--handle-transition);transition:var(--handle-transition);background:var(--handle-background);-webkit-box-shadow:var(--handle-box-shadow);box-shadow:var(--handle-box-shadow);contain:strict}:host(.toggle-ltr) .toggle-inner{left:var(--handle-spacing)}:host(.toggle-rtl) .toggle-inner{right:var(--handle-spacing)}:host(.toggle-ltr.toggle-checked) .toggle-icon-wrapper{-webkit-transform:translate3d(calc(100% - var(--handle-width)), 0, 0);transform:translate3d(calc(100% - var(--handle-width)), 0, 0)}:host(.toggle-rtl.toggle-checked) .toggle-icon-wrapper{-webkit-transform:translate3d(calc(-100% + var(--handle-width)), 0, 0);transform:translate3d(calc(-100% + var(--handle-width)), 0, 0)}:host(.toggle-checked) .toggle-inner{background:var(--handle-background-checked)}:host(.toggle-ltr.toggle-checked) .toggle-inner{-webkit-transform:translate3d(calc(var(--handle-spacing) * -2), 0, 0);transform:translate3d(calc(var(--handle-spacing) * -2), 0, 0)}:host(.toggle-rtl.toggle-checked) .toggle-inner{-webkit-transform:translate3d(calc(var(--handle-spacing) * 2), 0, 0);transform:translate3d(calc(var(--handle-spacing) * 2), 0, 0)}:host{--track-background:rgba(var(--ion-text-color-rgb, 0, 0, 0), 0.39);--track-background-checked:rgba(var(--ion-color-primary-rgb, 0, 84, 233), 0.5);--border-radius:14px;--handle-background:#ffffff;--handle-background-checked:var(--ion-color-primary, #0054e9);--handle-border-radius:50%;--handle-box-shadow:0 3px 1px -2px rgba(0, 0, 0, 0.2), 0 2px 2px 0 rgba(0, 0, 0, 0.14), 0 1px 5px 0 rgba(0, 0, 0, 0.12);--handle-width:20px;--handle-height:20px;--handle-max-height:calc(100% + 6px);--handle-spacing:0px;--handle-transition:transform 160ms cubic-bezier(0.4, 0, 0.2, 1), background-color 160ms cubic-bezier(0.4, 0, 0.2, 1)}.native-wrapper .toggle-icon{width:36px;height:14px}:host(.ion-color.toggle-checked) .toggle-icon{background:rgba(var(--ion-color-base-rgb), 0.5)}:host(.ion-color.toggle-checked) .toggle-inner{background:var(--ion-color-base)}:host(.toggle-checked) .toggle-inner{color:var(--ion-color-contrast, #fff)}.toggle-icon{-webkit-transition:background-color 160ms;transition:background-color 160ms}.toggle-inner{will-change:background-color, transform;display:-ms-flexbox;display:flex;-ms-flex-align:center;align-items:center;-ms-flex-pack:center;justify-content:center;color:#000}.toggle-inner .toggle-switch-icon{-webkit-padding-start:1px;padding-inline-start:1px;-webkit-padding-end:1px;padding-inline-end:1px;padding-top:1px;padding-bottom:1px;width:100%;height:100%}:host(.ion-focused:not(.toggle-defers-indicator)) .toggle-icon-wrapper::after{border-radius:50%;display:block;position:absolute;width:36px;height:36px;-webkit-transform:translateY(-50%);transform:translateY(-50%);background:rgba(var(--ion-text-color-rgb, 0, 0, 0), 0.12);content:"";z-index:-1;inset-block-start:50%}:host(.toggle-ltr.ion-focused) .toggle-icon-wrapper::after{left:calc(var(--handle-spacing) + (var(--handle-width) - 36px) / 2)}:host(.toggle-rtl.ion-focused) .toggle-icon-wrapper::after{right:calc(var(--handle-spacing) + (var(--handle-width) - 36px) / 2)}:host(.toggle-ltr.ion-focused.toggle-checked) .toggle-icon-wrapper::after{-webkit-transform:translate(calc(var(--handle-spacing) * -2), -50%);transform:translate(calc(var(--handle-spacing) * -2), -50%)}:host(.toggle-rtl.ion-focused.toggle-checked) .toggle-icon-wrapper::after{-webkit-transform:translate(calc(var(--handle-spacing) * 2), -50%);transform:translate(calc(var(--handle-spacing) * 2), -50%)}:host(.ion-focused.toggle-checked) .toggle-icon-wrapper::after{background:rgba(var(--ion-color-primary-rgb, 0, 84, 233), 0.2)}:host(.ion-color.ion-focused.toggle-checked) .toggle-icon-wrapper::after{background:rgba(var(--ion-color-base-rgb), 0.2)}:host(.toggle-disabled){opacity:0.38}'}}},[289,"ion-toggle",{color:[513],name:[1],checked:[1028],disabled:[4],errorText:[1,"error-text"],helperText:[1,"helper-text"],value:[1],enableOnOffLabels:[4,"enable-on-off-labels"],labelPlacement:[1,"label-placement"],justify:[1],alignment:[1],required:[4],activated:[32],isInvalid:[32],hintTextId:[32]},void 0,{disabled:[{disabledChanged:0}]}]),Zw=(i,t,e,o)=>t?!i&&o>e||i&&-o<e:!i&&-o<e||i&&o>e,Jw=0;var gy=function(){typeof customElements<"u"&&["ion-toggle","ion-icon"].forEach((i=>{switch(i){case"ion-toggle":customElements.get(i)||customElements.define(i,Xw);break;case"ion-icon":customElements.get(i)||qa()}}))};Qp();Zb();ty();my();gy();
/*! Bundled license information:

@ionic/core/components/p-BoK0Zxin.js:
@ionic/core/components/p-ZjP4CjeZ.js:
@ionic/core/components/p-Dojwmvde.js:
@ionic/core/components/p-DUE1XLJD.js:
@ionic/core/components/p-B_gJaBk0.js:
@ionic/core/components/p-D0YpjgON.js:
@ionic/core/components/p-DF5FRPZh.js:
@ionic/core/components/p-byZM6qHV.js:
@ionic/core/components/index.js:
@ionic/core/components/p-C9CGVt9y.js:
@ionic/core/components/p-CU8SQ6hA.js:
@ionic/core/components/p-CVqR_xzT.js:
@ionic/core/components/ion-button.js:
@ionic/core/components/p-D9_ODaPJ.js:
@ionic/core/components/p-DJztqcrH.js:
@ionic/core/components/p-DVoewOZH.js:
@ionic/core/components/ion-checkbox.js:
@ionic/core/components/p-vg50UO6j.js:
@ionic/core/components/p-LpMHEu3v.js:
@ionic/core/components/p-gYw-RCaQ.js:
@ionic/core/components/p-B7UPvS1C.js:
@ionic/core/components/ion-input.js:
@ionic/core/components/p-CIGNaXM1.js:
@ionic/core/components/p-CEW4RXZO.js:
@ionic/core/components/ion-toggle.js:
  (*!
   * (C) Ionic http://ionicframework.com - MIT License
   *)

@lit/reactive-element/decorators/custom-element.js:
@lit/reactive-element/reactive-element.js:
@lit/reactive-element/decorators/property.js:
@lit/reactive-element/decorators/state.js:
@lit/reactive-element/decorators/event-options.js:
@lit/reactive-element/decorators/base.js:
@lit/reactive-element/decorators/query.js:
@lit/reactive-element/decorators/query-all.js:
@lit/reactive-element/decorators/query-async.js:
@lit/reactive-element/decorators/query-assigned-nodes.js:
lit-html/lit-html.js:
lit-element/lit-element.js:
lit-html/directive.js:
@lit/reactive-element/decorators/custom-element.js:
@lit/reactive-element/decorators/property.js:
@lit/reactive-element/decorators/state.js:
@lit/reactive-element/decorators/base.js:
@lit/reactive-element/decorators/event-options.js:
@lit/reactive-element/decorators/query.js:
@lit/reactive-element/decorators/query-all.js:
@lit/reactive-element/decorators/query-async.js:
@lit/reactive-element/decorators/query-assigned-nodes.js:
@lit/reactive-element/reactive-element.js:
lit-html/lit-html.js:
lit-element/lit-element.js:
@lit/reactive-element/decorators/custom-element.js:
@lit/reactive-element/decorators/property.js:
@lit/reactive-element/decorators/state.js:
@lit/reactive-element/decorators/base.js:
@lit/reactive-element/decorators/event-options.js:
@lit/reactive-element/decorators/query.js:
@lit/reactive-element/decorators/query-all.js:
@lit/reactive-element/decorators/query-async.js:
@lit/reactive-element/decorators/query-assigned-nodes.js:
@lit/reactive-element/decorators/custom-element.js:
@lit/reactive-element/decorators/property.js:
@lit/reactive-element/decorators/state.js:
@lit/reactive-element/decorators/base.js:
@lit/reactive-element/decorators/event-options.js:
@lit/reactive-element/decorators/query.js:
@lit/reactive-element/decorators/query-all.js:
@lit/reactive-element/decorators/query-async.js:
@lit/reactive-element/decorators/query-assigned-nodes.js:
@lit/reactive-element/reactive-element.js:
lit-html/lit-html.js:
lit-element/lit-element.js:
@lit/reactive-element/reactive-element.js:
lit-html/lit-html.js:
lit-element/lit-element.js:
lit-html/directive.js:
@lit/reactive-element/reactive-element.js:
lit-html/lit-html.js:
lit-element/lit-element.js:
lit-html/directive.js:
lit-html/directives/unsafe-html.js:
  (**
   * @license
   * Copyright 2017 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

@lit/reactive-element/css-tag.js:
@lit/reactive-element/css-tag.js:
@lit/reactive-element/css-tag.js:
@lit/reactive-element/css-tag.js:
@lit/reactive-element/css-tag.js:
  (**
   * @license
   * Copyright 2019 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

@lit/reactive-element/decorators/query-assigned-elements.js:
@lit/reactive-element/decorators/query-assigned-elements.js:
@lit/reactive-element/decorators/query-assigned-elements.js:
@lit/reactive-element/decorators/query-assigned-elements.js:
  (**
   * @license
   * Copyright 2021 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/is-server.js:
lit-html/is-server.js:
lit-html/is-server.js:
lit-html/is-server.js:
lit-html/is-server.js:
  (**
   * @license
   * Copyright 2022 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

@material/web/elevation/internal/elevation.js:
@material/web/elevation/elevation.js:
@material/web/ripple/internal/ripple.js:
@material/web/ripple/ripple.js:
@material/web/internal/controller/is-rtl.js:
@material/web/menu/menu.js:
@material/web/internal/controller/string-converter.js:
  (**
   * @license
   * Copyright 2022 Google LLC
   * SPDX-License-Identifier: Apache-2.0
   *)

@material/web/elevation/internal/elevation-styles.cssresult.js:
@material/web/focus/internal/focus-ring-styles.cssresult.js:
@material/web/ripple/internal/ripple-styles.cssresult.js:
@material/web/button/internal/filled-styles.cssresult.js:
@material/web/button/internal/shared-elevation-styles.cssresult.js:
@material/web/button/internal/shared-styles.cssresult.js:
@material/web/button/internal/text-styles.cssresult.js:
@material/web/iconbutton/internal/shared-styles.cssresult.js:
@material/web/iconbutton/internal/standard-styles.cssresult.js:
@material/web/checkbox/internal/checkbox-styles.cssresult.js:
@material/web/switch/internal/switch-styles.cssresult.js:
@material/web/field/internal/outlined-styles.cssresult.js:
@material/web/field/internal/shared-styles.cssresult.js:
@material/web/menu/internal/menu-styles.cssresult.js:
@material/web/select/internal/outlined-select-styles.cssresult.js:
@material/web/select/internal/shared-styles.cssresult.js:
@material/web/menu/internal/menuitem/menu-item-styles.cssresult.js:
@material/web/labs/item/internal/item-styles.cssresult.js:
@material/web/textfield/internal/outlined-styles.cssresult.js:
@material/web/textfield/internal/shared-styles.cssresult.js:
  (**
   * @license
   * Copyright 2026 Google LLC
   * SPDX-License-Identifier: Apache-2.0
   *)

@material/web/internal/controller/attachable-controller.js:
@material/web/internal/aria/aria.js:
@material/web/internal/aria/delegate.js:
@material/web/labs/behaviors/element-internals.js:
@material/web/labs/behaviors/form-associated.js:
@material/web/internal/events/dispatch-hooks.js:
@material/web/labs/behaviors/form-submitter.js:
@material/web/labs/behaviors/constraint-validation.js:
@material/web/labs/behaviors/validators/validator.js:
@material/web/labs/behaviors/validators/checkbox-validator.js:
@material/web/list/internal/list-navigation-helpers.js:
@material/web/list/internal/list-controller.js:
@material/web/menu/internal/controllers/shared.js:
@material/web/menu/internal/controllers/surfacePositionController.js:
@material/web/menu/internal/controllers/typeaheadController.js:
@material/web/menu/internal/menu.js:
@material/web/labs/behaviors/on-report-validity.js:
@material/web/labs/behaviors/validators/select-validator.js:
@material/web/select/internal/shared.js:
@material/web/select/internal/select.js:
@material/web/select/internal/outlined-select.js:
@material/web/select/outlined-select.js:
@material/web/labs/item/internal/item.js:
@material/web/labs/item/item.js:
@material/web/menu/internal/controllers/menuItemController.js:
@material/web/select/internal/selectoption/selectOptionController.js:
@material/web/select/internal/selectoption/select-option.js:
@material/web/select/select-option.js:
@material/web/labs/behaviors/validators/text-field-validator.js:
  (**
   * @license
   * Copyright 2023 Google LLC
   * SPDX-License-Identifier: Apache-2.0
   *)

@material/web/focus/internal/focus-ring.js:
@material/web/focus/md-focus-ring.js:
@material/web/internal/motion/animation.js:
@material/web/internal/events/form-label-activation.js:
@material/web/button/internal/filled-button.js:
@material/web/button/filled-button.js:
@material/web/button/internal/text-button.js:
@material/web/button/text-button.js:
@material/web/iconbutton/icon-button.js:
@material/web/internal/events/redispatch-event.js:
@material/web/switch/internal/switch.js:
@material/web/switch/switch.js:
@material/web/field/internal/field.js:
@material/web/field/internal/outlined-field.js:
@material/web/field/outlined-field.js:
@material/web/textfield/internal/text-field.js:
@material/web/textfield/internal/outlined-text-field.js:
@material/web/textfield/outlined-text-field.js:
@material/mwc-base/aria-property.js:
  (**
   * @license
   * Copyright 2021 Google LLC
   * SPDX-License-Identifier: Apache-2.0
   *)

lit-html/directives/class-map.js:
lit-html/directives/style-map.js:
lit-html/directives/class-map.js:
lit-html/directives/style-map.js:
lit-html/directives/class-map.js:
lit-html/directives/if-defined.js:
lit-html/directives/if-defined.js:
  (**
   * @license
   * Copyright 2018 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

@material/web/button/internal/button.js:
@material/web/checkbox/internal/checkbox.js:
@material/mwc-button/mwc-button-base.js:
  (**
   * @license
   * Copyright 2019 Google LLC
   * SPDX-License-Identifier: Apache-2.0
   *)

lit-html/static.js:
lit-html/directive-helpers.js:
lit-html/directives/live.js:
  (**
   * @license
   * Copyright 2020 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

@material/web/iconbutton/internal/icon-button.js:
@material/web/checkbox/checkbox.js:
@material/mwc-icon/mwc-icon.js:
@material/mwc-base/utils.js:
@material/mwc-base/base-element.js:
@material/mwc-ripple/mwc-ripple-base.js:
@material/mwc-ripple/mwc-ripple.js:
@material/mwc-button/mwc-button.js:
  (**
   * @license
   * Copyright 2018 Google LLC
   * SPDX-License-Identifier: Apache-2.0
   *)

@material/mwc-icon/mwc-icon-host.css.js:
@material/mwc-ripple/mwc-ripple.css.js:
@material/mwc-button/styles.css.js:
  (**
   * @license
   * Copyright 2021 Google LLC
   * SPDX-LIcense-Identifier: Apache-2.0
   *)

@material/dom/ponyfill.js:
  (**
   * @license
   * Copyright 2018 Google Inc.
   *
   * Permission is hereby granted, free of charge, to any person obtaining a copy
   * of this software and associated documentation files (the "Software"), to deal
   * in the Software without restriction, including without limitation the rights
   * to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
   * copies of the Software, and to permit persons to whom the Software is
   * furnished to do so, subject to the following conditions:
   *
   * The above copyright notice and this permission notice shall be included in
   * all copies or substantial portions of the Software.
   *
   * THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
   * IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
   * FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
   * AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
   * LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
   * OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN
   * THE SOFTWARE.
   *)

@material/base/foundation.js:
@material/ripple/constants.js:
@material/ripple/foundation.js:
  (**
   * @license
   * Copyright 2016 Google Inc.
   *
   * Permission is hereby granted, free of charge, to any person obtaining a copy
   * of this software and associated documentation files (the "Software"), to deal
   * in the Software without restriction, including without limitation the rights
   * to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
   * copies of the Software, and to permit persons to whom the Software is
   * furnished to do so, subject to the following conditions:
   *
   * The above copyright notice and this permission notice shall be included in
   * all copies or substantial portions of the Software.
   *
   * THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
   * IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
   * FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
   * AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
   * LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
   * OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN
   * THE SOFTWARE.
   *)

@material/mwc-ripple/ripple-handlers.js:
  (**
   * @license
   * Copyright 2020 Google LLC
   * SPDX-License-Identifier: Apache-2.0
   *)

@vaadin/component-base/src/define.js:
@vaadin/component-base/src/dir-mixin.js:
@vaadin/component-base/src/element-mixin.js:
@vaadin/component-base/src/polylit-mixin.js:
@vaadin/component-base/src/dom-utils.js:
@vaadin/component-base/src/unique-id-utils.js:
@vaadin/component-base/src/slot-controller.js:
@vaadin/vaadin-themable-mixin/src/css-property-observer.js:
@vaadin/vaadin-themable-mixin/src/css-utils.js:
@vaadin/vaadin-themable-mixin/src/lumo-injector.js:
@vaadin/vaadin-themable-mixin/lumo-injection-mixin.js:
@vaadin/a11y-base/src/disabled-mixin.js:
@vaadin/a11y-base/src/keyboard-mixin.js:
@vaadin/a11y-base/src/active-mixin.js:
@vaadin/a11y-base/src/focus-utils.js:
@vaadin/a11y-base/src/focus-mixin.js:
@vaadin/a11y-base/src/tabindex-mixin.js:
@vaadin/field-base/src/styles/checkable-base-styles.js:
@vaadin/field-base/src/styles/field-base-styles.js:
@vaadin/a11y-base/src/delegate-focus-mixin.js:
@vaadin/component-base/src/slot-styles-mixin.js:
@vaadin/component-base/src/delegate-state-mixin.js:
@vaadin/field-base/src/input-mixin.js:
@vaadin/field-base/src/checked-mixin.js:
@vaadin/a11y-base/src/field-aria-controller.js:
@vaadin/field-base/src/error-controller.js:
@vaadin/field-base/src/helper-controller.js:
@vaadin/field-base/src/label-controller.js:
@vaadin/field-base/src/label-mixin.js:
@vaadin/field-base/src/validate-mixin.js:
@vaadin/field-base/src/field-mixin.js:
@vaadin/field-base/src/input-controller.js:
@vaadin/field-base/src/labelled-input-controller.js:
@vaadin/input-container/src/styles/vaadin-input-container-base-styles.js:
@vaadin/input-container/src/vaadin-input-container.js:
@vaadin/component-base/src/dir-utils.js:
@vaadin/component-base/src/browser-utils.js:
@vaadin/a11y-base/src/focus-restoration-controller.js:
@vaadin/a11y-base/src/focus-trap-controller.js:
@vaadin/a11y-base/src/styles/sr-only-styles.js:
@vaadin/field-base/src/styles/button-base-styles.js:
@vaadin/field-base/src/styles/input-field-shared-styles.js:
@vaadin/component-base/src/media-query-controller.js:
@vaadin/field-base/src/clear-button-mixin.js:
@vaadin/field-base/src/input-constraints-mixin.js:
@vaadin/field-base/src/input-control-mixin.js:
@vaadin/field-base/src/input-field-mixin.js:
@vaadin/text-field/src/vaadin-text-field-mixin.js:
  (**
   * @license
   * Copyright (c) 2021 - 2026 Vaadin Ltd.
   * This program is available under Apache License Version 2.0, available at https://vaadin.com/license/
   *)

@vaadin/vaadin-usage-statistics/vaadin-usage-statistics-collect.js:
  (*! vaadin-dev-mode:start
    (function () {
  'use strict';
  
  var _typeof = typeof Symbol === "function" && typeof Symbol.iterator === "symbol" ? function (obj) {
    return typeof obj;
  } : function (obj) {
    return obj && typeof Symbol === "function" && obj.constructor === Symbol && obj !== Symbol.prototype ? "symbol" : typeof obj;
  };
  
  var classCallCheck = function (instance, Constructor) {
    if (!(instance instanceof Constructor)) {
      throw new TypeError("Cannot call a class as a function");
    }
  };
  
  var createClass = function () {
    function defineProperties(target, props) {
      for (var i = 0; i < props.length; i++) {
        var descriptor = props[i];
        descriptor.enumerable = descriptor.enumerable || false;
        descriptor.configurable = true;
        if ("value" in descriptor) descriptor.writable = true;
        Object.defineProperty(target, descriptor.key, descriptor);
      }
    }
  
    return function (Constructor, protoProps, staticProps) {
      if (protoProps) defineProperties(Constructor.prototype, protoProps);
      if (staticProps) defineProperties(Constructor, staticProps);
      return Constructor;
    };
  }();
  
  var getPolymerVersion = function getPolymerVersion() {
    return window.Polymer && window.Polymer.version;
  };
  
  var StatisticsGatherer = function () {
    function StatisticsGatherer(logger) {
      classCallCheck(this, StatisticsGatherer);
  
      this.now = new Date().getTime();
      this.logger = logger;
    }
  
    createClass(StatisticsGatherer, [{
      key: 'frameworkVersionDetectors',
      value: function frameworkVersionDetectors() {
        return {
          'Flow': function Flow() {
            if (window.Vaadin && window.Vaadin.Flow && window.Vaadin.Flow.clients) {
              var flowVersions = Object.keys(window.Vaadin.Flow.clients).map(function (key) {
                return window.Vaadin.Flow.clients[key];
              }).filter(function (client) {
                return client.getVersionInfo;
              }).map(function (client) {
                return client.getVersionInfo().flow;
              });
              if (flowVersions.length > 0) {
                return flowVersions[0];
              }
            }
          },
          'Vaadin Framework': function VaadinFramework() {
            if (window.vaadin && window.vaadin.clients) {
              var frameworkVersions = Object.values(window.vaadin.clients).filter(function (client) {
                return client.getVersionInfo;
              }).map(function (client) {
                return client.getVersionInfo().vaadinVersion;
              });
              if (frameworkVersions.length > 0) {
                return frameworkVersions[0];
              }
            }
          },
          'AngularJs': function AngularJs() {
            if (window.angular && window.angular.version && window.angular.version) {
              return window.angular.version.full;
            }
          },
          'Angular': function Angular() {
            if (window.ng) {
              var tags = document.querySelectorAll("[ng-version]");
              if (tags.length > 0) {
                return tags[0].getAttribute("ng-version");
              }
              return "Unknown";
            }
          },
          'Backbone.js': function BackboneJs() {
            if (window.Backbone) {
              return window.Backbone.VERSION;
            }
          },
          'React': function React() {
            var reactSelector = '[data-reactroot], [data-reactid]';
            if (!!document.querySelector(reactSelector)) {
              // React does not publish the version by default
              return "unknown";
            }
          },
          'Ember': function Ember() {
            if (window.Em && window.Em.VERSION) {
              return window.Em.VERSION;
            } else if (window.Ember && window.Ember.VERSION) {
              return window.Ember.VERSION;
            }
          },
          'jQuery': function (_jQuery) {
            function jQuery() {
              return _jQuery.apply(this, arguments);
            }
  
            jQuery.toString = function () {
              return _jQuery.toString();
            };
  
            return jQuery;
          }(function () {
            if (typeof jQuery === 'function' && jQuery.prototype.jquery !== undefined) {
              return jQuery.prototype.jquery;
            }
          }),
          'Polymer': function Polymer() {
            var version = getPolymerVersion();
            if (version) {
              return version;
            }
          },
          'LitElement': function LitElement() {
            var version = window.litElementVersions && window.litElementVersions[0];
            if (version) {
              return version;
            }
          },
          'LitHtml': function LitHtml() {
            var version = window.litHtmlVersions && window.litHtmlVersions[0];
            if (version) {
              return version;
            }
          },
          'Vue.js': function VueJs() {
            if (window.Vue) {
              return window.Vue.version;
            }
          }
        };
      }
    }, {
      key: 'getUsedVaadinElements',
      value: function getUsedVaadinElements(elements) {
        var version = getPolymerVersion();
        var elementClasses = void 0;
        // NOTE: In case you edit the code here, YOU MUST UPDATE any statistics reporting code in Flow.
        // Check all locations calling the method getEntries() in
        // https://github.com/vaadin/flow/blob/master/flow-server/src/main/java/com/vaadin/flow/internal/UsageStatistics.java#L106
        // Currently it is only used by BootstrapHandler.
        if (version && version.indexOf('2') === 0) {
          // Polymer 2: components classes are stored in window.Vaadin
          elementClasses = Object.keys(window.Vaadin).map(function (c) {
            return window.Vaadin[c];
          }).filter(function (c) {
            return c.is;
          });
        } else {
          // Polymer 3: components classes are stored in window.Vaadin.registrations
          elementClasses = window.Vaadin.registrations || [];
        }
        elementClasses.forEach(function (klass) {
          var version = klass.version ? klass.version : "0.0.0";
          elements[klass.is] = { version: version };
        });
      }
    }, {
      key: 'getUsedVaadinThemes',
      value: function getUsedVaadinThemes(themes) {
        ['Lumo', 'Material'].forEach(function (themeName) {
          var theme;
          var version = getPolymerVersion();
          if (version && version.indexOf('2') === 0) {
            // Polymer 2: themes are stored in window.Vaadin
            theme = window.Vaadin[themeName];
          } else {
            // Polymer 3: themes are stored in custom element registry
            theme = customElements.get('vaadin-' + themeName.toLowerCase() + '-styles');
          }
          if (theme && theme.version) {
            themes[themeName] = { version: theme.version };
          }
        });
      }
    }, {
      key: 'getFrameworks',
      value: function getFrameworks(frameworks) {
        var detectors = this.frameworkVersionDetectors();
        Object.keys(detectors).forEach(function (framework) {
          var detector = detectors[framework];
          try {
            var version = detector();
            if (version) {
              frameworks[framework] = { version: version };
            }
          } catch (e) {}
        });
      }
    }, {
      key: 'gather',
      value: function gather(storage) {
        var storedStats = storage.read();
        var gatheredStats = {};
        var types = ["elements", "frameworks", "themes"];
  
        types.forEach(function (type) {
          gatheredStats[type] = {};
          if (!storedStats[type]) {
            storedStats[type] = {};
          }
        });
  
        var previousStats = JSON.stringify(storedStats);
  
        this.getUsedVaadinElements(gatheredStats.elements);
        this.getFrameworks(gatheredStats.frameworks);
        this.getUsedVaadinThemes(gatheredStats.themes);
  
        var now = this.now;
        types.forEach(function (type) {
          var keys = Object.keys(gatheredStats[type]);
          keys.forEach(function (key) {
            if (!storedStats[type][key] || _typeof(storedStats[type][key]) != _typeof({})) {
              storedStats[type][key] = { firstUsed: now };
            }
            // Discards any previously logged version number
            storedStats[type][key].version = gatheredStats[type][key].version;
            storedStats[type][key].lastUsed = now;
          });
        });
  
        var newStats = JSON.stringify(storedStats);
        storage.write(newStats);
        if (newStats != previousStats && Object.keys(storedStats).length > 0) {
          this.logger.debug("New stats: " + newStats);
        }
      }
    }]);
    return StatisticsGatherer;
  }();
  
  var StatisticsStorage = function () {
    function StatisticsStorage(key) {
      classCallCheck(this, StatisticsStorage);
  
      this.key = key;
    }
  
    createClass(StatisticsStorage, [{
      key: 'read',
      value: function read() {
        var localStorageStatsString = localStorage.getItem(this.key);
        try {
          return JSON.parse(localStorageStatsString ? localStorageStatsString : '{}');
        } catch (e) {
          return {};
        }
      }
    }, {
      key: 'write',
      value: function write(data) {
        localStorage.setItem(this.key, data);
      }
    }, {
      key: 'clear',
      value: function clear() {
        localStorage.removeItem(this.key);
      }
    }, {
      key: 'isEmpty',
      value: function isEmpty() {
        var storedStats = this.read();
        var empty = true;
        Object.keys(storedStats).forEach(function (key) {
          if (Object.keys(storedStats[key]).length > 0) {
            empty = false;
          }
        });
  
        return empty;
      }
    }]);
    return StatisticsStorage;
  }();
  
  var StatisticsSender = function () {
    function StatisticsSender(url, logger) {
      classCallCheck(this, StatisticsSender);
  
      this.url = url;
      this.logger = logger;
    }
  
    createClass(StatisticsSender, [{
      key: 'send',
      value: function send(data, errorHandler) {
        var logger = this.logger;
  
        if (navigator.onLine === false) {
          logger.debug("Offline, can't send");
          errorHandler();
          return;
        }
        logger.debug("Sending data to " + this.url);
  
        var req = new XMLHttpRequest();
        req.withCredentials = true;
        req.addEventListener("load", function () {
          // Stats sent, nothing more to do
          logger.debug("Response: " + req.responseText);
        });
        req.addEventListener("error", function () {
          logger.debug("Send failed");
          errorHandler();
        });
        req.addEventListener("abort", function () {
          logger.debug("Send aborted");
          errorHandler();
        });
        req.open("POST", this.url);
        req.setRequestHeader("Content-Type", "application/json");
        req.send(data);
      }
    }]);
    return StatisticsSender;
  }();
  
  var StatisticsLogger = function () {
    function StatisticsLogger(id) {
      classCallCheck(this, StatisticsLogger);
  
      this.id = id;
    }
  
    createClass(StatisticsLogger, [{
      key: '_isDebug',
      value: function _isDebug() {
        return localStorage.getItem("vaadin." + this.id + ".debug");
      }
    }, {
      key: 'debug',
      value: function debug(msg) {
        if (this._isDebug()) {
          console.info(this.id + ": " + msg);
        }
      }
    }]);
    return StatisticsLogger;
  }();
  
  var UsageStatistics = function () {
    function UsageStatistics() {
      classCallCheck(this, UsageStatistics);
  
      this.now = new Date();
      this.timeNow = this.now.getTime();
      this.gatherDelay = 10; // Delay between loading this file and gathering stats
      this.initialDelay = 24 * 60 * 60;
  
      this.logger = new StatisticsLogger("statistics");
      this.storage = new StatisticsStorage("vaadin.statistics.basket");
      this.gatherer = new StatisticsGatherer(this.logger);
      this.sender = new StatisticsSender("https://tools.vaadin.com/usage-stats/submit", this.logger);
    }
  
    createClass(UsageStatistics, [{
      key: 'maybeGatherAndSend',
      value: function maybeGatherAndSend() {
        var _this = this;
  
        if (localStorage.getItem(UsageStatistics.optOutKey)) {
          return;
        }
        this.gatherer.gather(this.storage);
        setTimeout(function () {
          _this.maybeSend();
        }, this.gatherDelay * 1000);
      }
    }, {
      key: 'lottery',
      value: function lottery() {
        return true;
      }
    }, {
      key: 'currentMonth',
      value: function currentMonth() {
        return this.now.getYear() * 12 + this.now.getMonth();
      }
    }, {
      key: 'maybeSend',
      value: function maybeSend() {
        var firstUse = Number(localStorage.getItem(UsageStatistics.firstUseKey));
        var monthProcessed = Number(localStorage.getItem(UsageStatistics.monthProcessedKey));
  
        if (!firstUse) {
          // Use a grace period to avoid interfering with tests, incognito mode etc
          firstUse = this.timeNow;
          localStorage.setItem(UsageStatistics.firstUseKey, firstUse);
        }
  
        if (this.timeNow < firstUse + this.initialDelay * 1000) {
          this.logger.debug("No statistics will be sent until the initial delay of " + this.initialDelay + "s has passed");
          return;
        }
        if (this.currentMonth() <= monthProcessed) {
          this.logger.debug("This month has already been processed");
          return;
        }
        localStorage.setItem(UsageStatistics.monthProcessedKey, this.currentMonth());
        // Use random sampling
        if (this.lottery()) {
          this.logger.debug("Congratulations, we have a winner!");
        } else {
          this.logger.debug("Sorry, no stats from you this time");
          return;
        }
  
        this.send();
      }
    }, {
      key: 'send',
      value: function send() {
        // Ensure we have the latest data
        this.gatherer.gather(this.storage);
  
        // Read, send and clean up
        var data = this.storage.read();
        data["firstUse"] = Number(localStorage.getItem(UsageStatistics.firstUseKey));
        data["usageStatisticsVersion"] = UsageStatistics.version;
        var info = 'This request contains usage statistics gathered from the application running in development mode. \n\nStatistics gathering is automatically disabled and excluded from production builds.\n\nFor details and to opt-out, see https://github.com/vaadin/vaadin-usage-statistics.\n\n\n\n';
        var self = this;
        this.sender.send(info + JSON.stringify(data), function () {
          // Revert the 'month processed' flag
          localStorage.setItem(UsageStatistics.monthProcessedKey, self.currentMonth() - 1);
        });
      }
    }], [{
      key: 'version',
      get: function get$1() {
        return '2.1.2';
      }
    }, {
      key: 'firstUseKey',
      get: function get$1() {
        return 'vaadin.statistics.firstuse';
      }
    }, {
      key: 'monthProcessedKey',
      get: function get$1() {
        return 'vaadin.statistics.monthProcessed';
      }
    }, {
      key: 'optOutKey',
      get: function get$1() {
        return 'vaadin.statistics.optout';
      }
    }]);
    return UsageStatistics;
  }();
  
  try {
    window.Vaadin = window.Vaadin || {};
    window.Vaadin.usageStatsChecker = window.Vaadin.usageStatsChecker || new UsageStatistics();
    window.Vaadin.usageStatsChecker.maybeGatherAndSend();
  } catch (e) {
    // Intentionally ignored as this is not a problem in the app being developed
  }
  
  }());
  
    vaadin-dev-mode:end **)

@vaadin/component-base/src/async.js:
  (**
   * @license
   * Copyright (c) 2017 The Polymer Project Authors. All rights reserved.
   * This code may only be used under the BSD style license found at http://polymer.github.io/LICENSE.txt
   * The complete set of authors may be found at http://polymer.github.io/AUTHORS.txt
   * The complete set of contributors may be found at http://polymer.github.io/CONTRIBUTORS.txt
   * Code distributed by Google as part of the polymer project is also
   * subject to an additional IP rights grant found at http://polymer.github.io/PATENTS.txt
   *)

@vaadin/component-base/src/debounce.js:
@vaadin/component-base/src/gestures.js:
  (**
  @license
  Copyright (c) 2017 The Polymer Project Authors. All rights reserved.
  This code may only be used under the BSD style license found at http://polymer.github.io/LICENSE.txt
  The complete set of authors may be found at http://polymer.github.io/AUTHORS.txt
  The complete set of contributors may be found at http://polymer.github.io/CONTRIBUTORS.txt
  Code distributed by Google as part of the polymer project is also
  subject to an additional IP rights grant found at http://polymer.github.io/PATENTS.txt
  *)

@vaadin/component-base/src/path-utils.js:
@vaadin/component-base/src/slot-observer.js:
@vaadin/select/src/button-controller.js:
  (**
   * @license
   * Copyright (c) 2023 - 2026 Vaadin Ltd.
   * This program is available under Apache License Version 2.0, available at https://vaadin.com/license/
   *)

@vaadin/component-base/src/tooltip-controller.js:
@vaadin/a11y-base/src/announce.js:
@vaadin/component-base/src/slot-child-observe-controller.js:
@vaadin/a11y-base/src/keyboard-direction-mixin.js:
  (**
   * @license
   * Copyright (c) 2022 - 2026 Vaadin Ltd.
   * This program is available under Apache License Version 2.0, available at https://vaadin.com/license/
   *)

@vaadin/component-base/src/css-utils.js:
  (**
   * @license
   * Copyright (c) 2025 - 2026 Vaadin Ltd.
   * This program is available under Apache License Version 2.0, available at https://vaadin.com/license/
   *)

@vaadin/component-base/src/warnings.js:
@vaadin/vaadin-themable-mixin/src/lumo-modules.js:
  (**
   * @license
   * Copyright (c) 2000 - 2026 Vaadin Ltd.
   * This program is available under Apache License Version 2.0, available at https://vaadin.com/license/
   *)

@vaadin/vaadin-themable-mixin/vaadin-theme-property-mixin.js:
@vaadin/vaadin-themable-mixin/vaadin-themable-mixin.js:
@vaadin/component-base/src/styles/style-props.js:
@vaadin/button/src/styles/vaadin-button-base-styles.js:
@vaadin/button/src/vaadin-button-mixin.js:
@vaadin/button/src/vaadin-button.js:
@vaadin/checkbox/src/styles/vaadin-checkbox-base-styles.js:
@vaadin/checkbox/src/vaadin-checkbox-mixin.js:
@vaadin/checkbox/src/vaadin-checkbox.js:
@vaadin/item/src/styles/vaadin-item-base-styles.js:
@vaadin/item/src/vaadin-item-mixin.js:
@vaadin/select/src/vaadin-select-item.js:
@vaadin/a11y-base/src/list-mixin.js:
@vaadin/list-box/src/styles/vaadin-list-box-base-styles.js:
@vaadin/select/src/vaadin-select-list-box.js:
@vaadin/overlay/src/styles/vaadin-overlay-animation-base-styles.js:
@vaadin/overlay/src/styles/vaadin-overlay-base-styles.js:
@vaadin/select/src/styles/vaadin-select-overlay-base-styles.js:
@vaadin/overlay/src/vaadin-overlay-focus-mixin.js:
@vaadin/overlay/src/vaadin-overlay-stack-mixin.js:
@vaadin/overlay/src/vaadin-overlay-mixin.js:
@vaadin/overlay/src/vaadin-overlay-position-mixin.js:
@vaadin/select/src/vaadin-select-overlay-mixin.js:
@vaadin/select/src/vaadin-select-overlay.js:
@vaadin/select/src/styles/vaadin-select-value-button-base-styles.js:
@vaadin/select/src/vaadin-select-value-button.js:
@vaadin/select/src/styles/vaadin-select-base-styles.js:
@vaadin/select/src/vaadin-select-base-mixin.js:
@vaadin/select/src/vaadin-select.js:
@vaadin/text-field/src/vaadin-text-field.js:
  (**
   * @license
   * Copyright (c) 2017 - 2026 Vaadin Ltd.
   * This program is available under Apache License Version 2.0, available at https://vaadin.com/license/
   *)

@vaadin/overlay/src/vaadin-overlay-utils.js:
  (**
   * @license
   * Copyright (c) 2024 - 2026 Vaadin Ltd.
   * This program is available under Apache License Version 2.0, available at https://vaadin.com/license/
   *)
*/
