<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>AlertColumns</name>
    <message>
        <source>%1, as last seen</source>
        <translation>%1（最后一次观测）</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始时间</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事件</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Open the workspace NAME.</source>
        <translation>打开名为 NAME 的工作区。</translation>
    </message>
    <message>
        <source>Run the demo service and its Prometheus, and watch them.</source>
        <translation>运行演示服务及其 Prometheus，并进行监控。</translation>
    </message>
    <message>
        <source>Number of clients of the demo service.</source>
        <translation>演示服务的客户端数量。</translation>
    </message>
    <message>
        <source>Write a picture of the window to FILE, its facts to FILE.json, and quit.</source>
        <translation>把窗口截图写入 FILE，数据写入 FILE.json，然后退出。</translation>
    </message>
    <message>
        <source>Take the picture after SECONDS (10).</source>
        <translation>在 SECONDS 秒后截图（默认 10）。</translation>
    </message>
    <message>
        <source>Use the theme NAME: light or dark.</source>
        <translation>使用主题 NAME：light 或 dark。</translation>
    </message>
    <message>
        <source>Use the language CODE, such as en or zh_CN.</source>
        <translation>使用语言 CODE，例如 en 或 zh_CN。</translation>
    </message>
    <message>
        <source>Size of the window, such as 1280x800.</source>
        <translation>窗口大小，例如 1280x800。</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>显示本帮助。</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>显示版本。</translation>
    </message>
    <message>
        <source>--%1 %2: expected a whole number of at least %3.</source>
        <translation>--%1 %2：应为不小于 %3 的整数。</translation>
    </message>
    <message>
        <source>--%1 %2: expected one of %3.</source>
        <translation>--%1 %2：应为以下之一：%3。</translation>
    </message>
    <message>
        <source>--size %1: expected a size such as 1280x800.</source>
        <translation>--size %1：应为类似 1280x800 的大小。</translation>
    </message>
    <message>
        <source>%1: not an option. See --help.</source>
        <translation>%1：没有这个选项。请看 --help。</translation>
    </message>
    <message>
        <source>--screenshot: expected a file.</source>
        <translation>--screenshot：应为一个文件。</translation>
    </message>
    <message>
        <source>--workspace %1: expected letters, digits, - and _.</source>
        <translation>--workspace %1：只能包含字母、数字、- 和 _。</translation>
    </message>
    <message>
        <source>Watches WebSocket services from inside and from outside.</source>
        <translation>从内部和外部同时监控 WebSocket 服务。</translation>
    </message>
    <message>
        <source>Show the page NAME: overview, probes, alerts or connections.</source>
        <translation>显示页面 NAME：overview、probes、alerts 或 connections。</translation>
    </message>
</context>
<context>
    <name>ConnectionColumns</name>
    <message>
        <source>From memory</source>
        <translation>复用比例</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
</context>
<context>
    <name>ConnectionErrors</name>
    <message>
        <source>What is set for the certificate</source>
        <translation>证书设置</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>Choose a readable PEM file.</source>
        <translation>请选择可读取的 PEM 文件。</translation>
    </message>
    <message>
        <source>%1 holds no certificate in PEM form.</source>
        <translation>%1 中没有 PEM 格式的证书。</translation>
    </message>
    <message>
        <source>Choose a file that begins with -----BEGIN CERTIFICATE-----.</source>
        <translation>请选择以 -----BEGIN CERTIFICATE----- 开头的文件。</translation>
    </message>
    <message>
        <source>%1 holds no RSA or EC key in PEM form.</source>
        <translation>%1 中没有 PEM 格式的 RSA 或 EC 私钥。</translation>
    </message>
    <message>
        <source>Choose the file with the private key of the certificate.</source>
        <translation>请选择该证书的私钥文件。</translation>
    </message>
    <message>
        <source>The private key is encrypted.</source>
        <translation>私钥已加密。</translation>
    </message>
    <message>
        <source>Decrypt it with openssl pkey, and let only yourself read the file.</source>
        <translation>请用 openssl pkey 解密，并将文件设为仅自己可读。</translation>
    </message>
    <message>
        <source>The private key does not belong to the certificate.</source>
        <translation>私钥与证书不匹配。</translation>
    </message>
    <message>
        <source>Choose the key that was made with the certificate.</source>
        <translation>请选择与该证书配对的私钥。</translation>
    </message>
    <message>
        <source>Only TLS 1.2 and TLS 1.3 are spoken.</source>
        <translation>只支持 TLS 1.2 和 TLS 1.3。</translation>
    </message>
    <message>
        <source>Choose one of them as the lowest and the highest version.</source>
        <translation>请在最低和最高版本中选择其一。</translation>
    </message>
    <message>
        <source>The address of the proxy is not valid: %1</source>
        <translation>代理地址无效：%1</translation>
    </message>
    <message>
        <source>Enter one such as http://proxy.example.net:3128.</source>
        <translation>请填写类似 http://proxy.example.net:3128 的地址。</translation>
    </message>
    <message>
        <source>This kind of proxy is not supported: %1</source>
        <translation>不支持这种代理：%1</translation>
    </message>
    <message>
        <source>Enter an address that begins with http:// or socks5://.</source>
        <translation>请填写以 http:// 或 socks5:// 开头的地址。</translation>
    </message>
    <message>
        <source>No secure connection to %1 came about.</source>
        <translation>无法与 %1 建立安全连接。</translation>
    </message>
    <message>
        <source>Check which versions of TLS the server offers.</source>
        <translation>请检查服务器提供的 TLS 版本。</translation>
    </message>
    <message>
        <source>The certificate of %1 is signed by nobody whom this machine trusts.</source>
        <translation>%1 的证书不是由本机信任的机构签发的。</translation>
    </message>
    <message>
        <source>Choose the CA file that belongs to the server.</source>
        <translation>请选择与该服务器对应的 CA 文件。</translation>
    </message>
    <message>
        <source>The certificate that %1 shows is that of another host.</source>
        <translation>%1 出示的证书属于其他主机。</translation>
    </message>
    <message>
        <source>Enter the name that stands in the certificate, in the URL or as server name.</source>
        <translation>请在 URL 中或“服务器名称”处填写证书上的名称。</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired, or is not valid yet.</source>
        <translation>%1 的证书已过期或尚未生效。</translation>
    </message>
    <message>
        <source>Renew the certificate, and check the clock of this machine.</source>
        <translation>请更新证书，并检查本机时钟。</translation>
    </message>
    <message>
        <source>%1 does not speak TLS.</source>
        <translation>%1 不使用 TLS。</translation>
    </message>
    <message>
        <source>Write http:// for https:// in the URL, or check the port.</source>
        <translation>请将 URL 中的 https:// 改为 http://，或检查端口。</translation>
    </message>
    <message>
        <source>%1 speaks only TLS.</source>
        <translation>%1 只接受 TLS 连接。</translation>
    </message>
    <message>
        <source>Write https:// for http:// in the URL.</source>
        <translation>请将 URL 中的 http:// 改为 https://。</translation>
    </message>
    <message>
        <source>%1 wants to see a client certificate.</source>
        <translation>%1 要求客户端证书。</translation>
    </message>
    <message>
        <source>Choose a certificate and its key.</source>
        <translation>请选择证书及其私钥。</translation>
    </message>
    <message>
        <source>%1 did not accept the client certificate.</source>
        <translation>%1 不接受该客户端证书。</translation>
    </message>
    <message>
        <source>Choose one that the server&apos;s CA has signed and that has not expired.</source>
        <translation>请选择由服务器的 CA 签发且未过期的证书。</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid before %2.</source>
        <translation>%1 的证书在 %2 之前无效。</translation>
    </message>
    <message>
        <source>Check the clocks of both machines.</source>
        <translation>请检查两台机器的时钟。</translation>
    </message>
    <message>
        <source>The certificate of %1 was valid until %2.</source>
        <translation>%1 的证书已于 %2 过期。</translation>
    </message>
    <message>
        <source>Renew it on the server. If that was done, check the clock of this machine.</source>
        <translation>请在服务器上更新证书；若已更新，请检查本机时钟。</translation>
    </message>
    <message>
        <source>407: the proxy lets nobody through without a user name and password that it knows.</source>
        <translation>407：代理要求有效的用户名和密码。</translation>
    </message>
    <message>
        <source>Enter them in Settings, Network.</source>
        <translation>请在“设置”的“网络”部分填写。</translation>
    </message>
    <message>
        <source>Let whoever writes the script mend it, or enter the proxy itself.</source>
        <translation>请联系脚本维护者修复，或直接填写代理地址。</translation>
    </message>
    <message>
        <source>The proxy script cannot be fetched: %1</source>
        <translation>无法获取代理脚本：%1</translation>
    </message>
    <message>
        <source>Check the address of the script.</source>
        <translation>请检查脚本的地址。</translation>
    </message>
    <message>
        <source>This is no proxy script: %1</source>
        <translation>这不是代理脚本：%1</translation>
    </message>
    <message>
        <source>Check that the address leads to the script and not to a web page.</source>
        <translation>请确认该地址指向脚本本身，而不是网页。</translation>
    </message>
    <message>
        <source>The proxy script failed: %1</source>
        <translation>代理脚本执行出错：%1</translation>
    </message>
    <message>
        <source>The proxy script came to no end.</source>
        <translation>代理脚本没有执行完毕。</translation>
    </message>
    <message>
        <source>Check the name server, which it may have asked, and the script.</source>
        <translation>请检查脚本可能查询的 DNS 服务器以及脚本本身。</translation>
    </message>
    <message>
        <source>The proxy script takes too much memory.</source>
        <translation>代理脚本占用内存过多。</translation>
    </message>
    <message>
        <source>The proxy script gave an answer that names no proxy: %1</source>
        <translation>代理脚本返回的内容不是有效的代理：%1</translation>
    </message>
    <message>
        <source>The proxy script names a proxy of a kind that is not supported: %1</source>
        <translation>代理脚本指定了不支持的代理类型：%1</translation>
    </message>
    <message>
        <source>Enter another proxy, spoken to by http:// or socks5://.</source>
        <translation>请改用 http:// 或 socks5:// 代理。</translation>
    </message>
    <message>
        <source>The program that runs proxy scripts does not work: %1</source>
        <translation>运行代理脚本的程序无法工作：%1</translation>
    </message>
    <message>
        <source>Install Sockeye anew, or enter the proxy itself.</source>
        <translation>请重新安装 Sockeye，或直接填写代理地址。</translation>
    </message>
</context>
<context>
    <name>ConnectionFacts</name>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Scrapes every</source>
        <translation>抓取间隔</translation>
    </message>
    <message>
        <source>Scrape targets</source>
        <translation>抓取目标</translation>
    </message>
    <message>
        <source>%1 of %2 up</source>
        <translation>%1/%2 正常</translation>
    </message>
    <message>
        <source>Does not offer</source>
        <translation>不支持</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Skipped</source>
        <comment>refreshes that were left out</comment>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Canceled</source>
        <comment>queries</comment>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Half within</source>
        <comment>the time that half of the queries take</comment>
        <translation>半数耗时不超过</translation>
    </message>
    <message>
        <source>95 % within</source>
        <translation>95 % 耗时不超过</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>From memory</source>
        <comment>samples that were not asked for again</comment>
        <translation>复用比例</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>最近应答</translation>
    </message>
    <message>
        <source>Held in memory</source>
        <translation>内存占用</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Dropped to save room</source>
        <translation>因空间不足而丢弃</translation>
    </message>
    <message>
        <source>All servers and probes</source>
        <translation>全部服务器与探测</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>出错</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>应答正常</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>not heard yet</source>
        <translation>尚无应答</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>requests for their turn</comment>
        <translation>排队中</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>%1 The server says: “%2”.</source>
        <comment>%1: a sentence, %2: the server&apos;s own words</comment>
        <translation>%1服务器返回：“%2”。</translation>
    </message>
    <message>
        <source>The mistake is in line %1, column %2.</source>
        <translation>错误位于第 %1 行第 %2 列。</translation>
    </message>
    <message>
        <source>Correct the expression.</source>
        <translation>请修正表达式。</translation>
    </message>
    <message>
        <source>Sockeye asks again in %1.</source>
        <translation>Sockeye 将在 %1后重试。</translation>
    </message>
    <message>
        <source>Sockeye asks again by itself.</source>
        <translation>Sockeye 会自动重试。</translation>
    </message>
    <message>
        <source>Prometheus does not understand the query.</source>
        <translation>Prometheus 无法解析该查询。</translation>
    </message>
    <message>
        <source>Prometheus could not execute the query.</source>
        <translation>Prometheus 无法执行该查询。</translation>
    </message>
    <message>
        <source>Ask for less, or correct the expression.</source>
        <translation>请缩小查询范围，或修正表达式。</translation>
    </message>
    <message>
        <source>The query took longer than the server allows.</source>
        <translation>查询耗时超过服务器允许的上限。</translation>
    </message>
    <message>
        <source>Ask for a shorter time, or for fewer series.</source>
        <translation>请缩短时间范围，或减少序列数。</translation>
    </message>
    <message>
        <source>The server canceled the query.</source>
        <translation>服务器取消了该查询。</translation>
    </message>
    <message>
        <source>The server is not available.</source>
        <translation>服务器不可用。</translation>
    </message>
    <message>
        <source>The server had an error of its own.</source>
        <translation>服务器内部出错。</translation>
    </message>
    <message>
        <source>Look into the log of the server.</source>
        <translation>请查看服务器日志。</translation>
    </message>
    <message>
        <source>The query failed.</source>
        <translation>查询失败。</translation>
    </message>
    <message>
        <source>There is no host named %1.</source>
        <translation>找不到主机 %1。</translation>
    </message>
    <message>
        <source>Check the spelling of the address and the name server.</source>
        <translation>请检查地址拼写和 DNS 服务器。</translation>
    </message>
    <message>
        <source>%1 refused the connection.</source>
        <translation>%1 拒绝了连接。</translation>
    </message>
    <message>
        <source>Check that the server runs and that the port is right.</source>
        <translation>请确认服务器正在运行且端口正确。</translation>
    </message>
    <message>
        <source>%1 closed the connection before the answer was complete.</source>
        <translation>%1 在响应完成前关闭了连接。</translation>
    </message>
    <message>
        <source>Sockeye asks again by itself. If this stays, look into the log of the server.</source>
        <translation>Sockeye 会自动重试。若持续出现，请查看服务器日志。</translation>
    </message>
    <message>
        <source>There is no way to %1 from this machine.</source>
        <translation>本机无法到达 %1。</translation>
    </message>
    <message>
        <source>Check the network, the VPN and the firewall.</source>
        <translation>请检查网络、VPN 和防火墙。</translation>
    </message>
    <message>
        <source>The proxy does not let the request to %1 through.</source>
        <translation>代理不放行到 %1 的请求。</translation>
    </message>
    <message>
        <source>%1 gave no complete answer within %2.</source>
        <translation>%1 未能在 %2内返回完整响应。</translation>
    </message>
    <message>
        <source>Check the server, or allow more time in Settings.</source>
        <translation>请检查服务器，或在设置中延长时限。</translation>
    </message>
    <message>
        <source>The answer of %1 is not valid HTTP.</source>
        <translation>%1 的响应不是有效的 HTTP。</translation>
    </message>
    <message>
        <source>Check the address: another program may listen there.</source>
        <translation>请检查地址：监听该端口的可能是其他程序。</translation>
    </message>
    <message>
        <source>There was no answer.</source>
        <translation>没有响应。</translation>
    </message>
    <message>
        <source>401: the server did not accept the user name, password or token.</source>
        <translation>401：服务器不接受该用户名、密码或令牌。</translation>
    </message>
    <message>
        <source>Enter a valid one in Settings, Prometheus servers.</source>
        <translation>请在“设置 - Prometheus 服务器”中填写有效的凭据。</translation>
    </message>
    <message>
        <source>403: this sign-in may not query the server.</source>
        <translation>403：该账号无权查询此服务器。</translation>
    </message>
    <message>
        <source>Ask for the right to query, or sign in as somebody else.</source>
        <translation>请申请查询权限，或换用其他账号。</translation>
    </message>
    <message>
        <source>404: there is no Prometheus API at this address.</source>
        <translation>404：该地址没有 Prometheus API。</translation>
    </message>
    <message>
        <source>Check the path prefix of the URL.</source>
        <translation>请检查 URL 的路径前缀。</translation>
    </message>
    <message>
        <source>429: the server wants fewer requests.</source>
        <translation>429：服务器要求降低请求频率。</translation>
    </message>
    <message>
        <source>%1: the query is too long for the server or its proxy.</source>
        <translation>%1：查询长度超过服务器或代理的上限。</translation>
    </message>
    <message>
        <source>Shorten the expression, or raise the limit of the proxy.</source>
        <translation>请缩短表达式，或调高代理的上限。</translation>
    </message>
    <message>
        <source>%1: the proxy cannot reach Prometheus.</source>
        <translation>%1：代理无法连接 Prometheus。</translation>
    </message>
    <message>
        <source>Check that Prometheus runs behind the proxy.</source>
        <translation>请确认代理后端的 Prometheus 正在运行。</translation>
    </message>
    <message>
        <source>503: Prometheus is starting.</source>
        <translation>503：Prometheus 正在启动。</translation>
    </message>
    <message>
        <source>503: Prometheus is shutting down.</source>
        <translation>503：Prometheus 正在关闭。</translation>
    </message>
    <message>
        <source>Another program than Prometheus answers at this address.</source>
        <translation>该地址上响应的不是 Prometheus。</translation>
    </message>
    <message>
        <source>Check the URL: it is the address where the web page of Prometheus opens.</source>
        <translation>请检查 URL：应填写能打开 Prometheus 网页的地址。</translation>
    </message>
    <message>
        <source>The answer is not what the Prometheus API promises.</source>
        <translation>响应不符合 Prometheus API 的约定。</translation>
    </message>
    <message>
        <source>Check that no proxy changes it.</source>
        <translation>请确认没有代理改写响应。</translation>
    </message>
    <message>
        <source>The server redirects to another address, which Sockeye does not follow.</source>
        <translation>服务器重定向到其他地址，Sockeye 不会跟随。</translation>
    </message>
    <message>
        <source>Enter the final address: %1</source>
        <translation>请直接填写最终地址：%1</translation>
    </message>
    <message>
        <source>The answer is larger than %1.</source>
        <translation>响应超过 %1。</translation>
    </message>
    <message>
        <source>Canceled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>The password or token is kept for one session only and was not entered in this one.</source>
        <translation>密码或令牌只在单次会话中保留，本次会话尚未输入。</translation>
    </message>
    <message>
        <source>Enter it in Settings, or let it be read from a file.</source>
        <translation>请在设置中输入，或改为从文件读取。</translation>
    </message>
    <message>
        <source>The file with the password or token, %1, cannot be read: %2</source>
        <translation>无法读取存放密码或令牌的文件 %1：%2</translation>
    </message>
    <message>
        <source>Check the path and the permissions of the file.</source>
        <translation>请检查文件路径和权限。</translation>
    </message>
    <message>
        <source>The password or token is empty.</source>
        <translation>密码或令牌为空。</translation>
    </message>
    <message>
        <source>Enter it in Settings.</source>
        <translation>请在设置中输入。</translation>
    </message>
    <message>
        <source>The file with the password or token, %1, is empty.</source>
        <translation>存放密码或令牌的文件 %1 为空。</translation>
    </message>
    <message>
        <source>Write the password or token into the file.</source>
        <translation>请把密码或令牌写入该文件。</translation>
    </message>
    <message>
        <source>Enter an address such as %1.</source>
        <translation>请填写类似 %1 的地址。</translation>
    </message>
    <message>
        <source>The address is missing.</source>
        <translation>缺少地址。</translation>
    </message>
    <message>
        <source>This is not an address.</source>
        <translation>这不是有效的地址。</translation>
    </message>
    <message>
        <source>The address has to begin with %1.</source>
        <translation>地址必须以 %1 开头。</translation>
    </message>
    <message>
        <source>:// or </source>
        <comment>between two schemes</comment>
        <translation>:// 或 </translation>
    </message>
    <message>
        <source>The address names no host.</source>
        <translation>地址中没有主机名。</translation>
    </message>
    <message>
        <source>The address contains a user name or password, which would end up in logs.</source>
        <translation>地址中含有用户名或密码，会泄露到日志里。</translation>
    </message>
    <message>
        <source>Enter them under Sign in.</source>
        <translation>请改在“登录方式”中填写。</translation>
    </message>
    <message>
        <source>The address has a part behind #.</source>
        <translation>地址中 # 之后还有内容。</translation>
    </message>
    <message>
        <source>Remove the # and what follows it.</source>
        <translation>请删除 # 及其后的内容。</translation>
    </message>
    <message>
        <source>It answers at %1: enter that address.</source>
        <translation>它在 %1 应答：请改填这个地址。</translation>
    </message>
    <message>
        <source>401: this server keeps the data of several tenants and wants to know whose to show.</source>
        <translation>401：这台服务器存有多个租户的数据，需要指明查看哪个租户。</translation>
    </message>
    <message>
        <source>Enter the tenant in Settings, Prometheus servers.</source>
        <translation>请在“设置 → Prometheus 服务器”中填写租户。</translation>
    </message>
    <message>
        <source>The server does not take this tenant.</source>
        <translation>服务器不接受这个租户。</translation>
    </message>
    <message>
        <source>Correct the tenant in Settings. Several, joined by |, work only where the server allows it.</source>
        <translation>请在设置中更正租户。用 | 连接多个租户，只在服务器允许时有效。</translation>
    </message>
    <message>
        <source>This server does not know the option %1, so the answer would not be what was asked for.</source>
        <translation>这台服务器不认识选项 %1，得到的结果会与要求的不符。</translation>
    </message>
    <message>
        <source>Remove the option from the server&apos;s settings.</source>
        <translation>请从该服务器的设置中移除此选项。</translation>
    </message>
    <message>
        <source>This server does not offer that.</source>
        <translation>这台服务器不提供此功能。</translation>
    </message>
    <message>
        <source>%1 redirects in a circle.</source>
        <translation>%1 在循环重定向。</translation>
    </message>
    <message>
        <source>Check the path of the URL and the rules of the proxy.</source>
        <translation>请检查 URL 的路径和代理的重写规则。</translation>
    </message>
    <message>
        <source>%1 It says: “%2”.</source>
        <comment>%1: a sentence, %2: the words of a program</comment>
        <translation>%1它的说明：“%2”。</translation>
    </message>
    <message>
        <source>Run the command in a terminal, and sign in again if it asks for that.</source>
        <translation>请在终端中运行该命令，如有要求请重新登录。</translation>
    </message>
    <message>
        <source>The token command %1 does not start.</source>
        <translation>令牌命令 %1 无法启动。</translation>
    </message>
    <message>
        <source>Check the path and the permissions of the command.</source>
        <translation>请检查该命令的路径和权限。</translation>
    </message>
    <message>
        <source>The token command %1 failed with exit code %2.</source>
        <translation>令牌命令 %1 失败，退出码为 %2。</translation>
    </message>
    <message>
        <source>The token command %1 did not end in time.</source>
        <translation>令牌命令 %1 未在时限内结束。</translation>
    </message>
    <message>
        <source>The token command %1 printed no token.</source>
        <translation>令牌命令 %1 没有输出令牌。</translation>
    </message>
    <message>
        <source>No keychain runs in this session.</source>
        <translation>当前会话中没有运行密钥环。</translation>
    </message>
    <message>
        <source>Start one, such as GNOME Keyring or KWallet, or let the secret be read from a file.</source>
        <translation>请启动一个密钥环（例如 GNOME Keyring 或 KWallet），或改为从文件读取。</translation>
    </message>
    <message>
        <source>The keychain holds no password or token for this entry.</source>
        <translation>密钥环中没有此项的密码或令牌。</translation>
    </message>
    <message>
        <source>The keychain has not answered yet.</source>
        <translation>密钥环尚未响应。</translation>
    </message>
    <message>
        <source>The token server %1 gave no answer.</source>
        <translation>令牌服务器 %1 没有响应。</translation>
    </message>
    <message>
        <source>Check the token URL and the network.</source>
        <translation>请检查令牌 URL 和网络。</translation>
    </message>
    <message>
        <source>The token server %1 gave no token: %2</source>
        <translation>令牌服务器 %1 没有颁发令牌：%2</translation>
    </message>
    <message>
        <source>Check the client ID, its secret and the scopes.</source>
        <translation>请检查客户端 ID、客户端密钥和权限范围。</translation>
    </message>
    <message>
        <source>The answer of %1 is no token.</source>
        <translation>%1 的响应不是令牌。</translation>
    </message>
    <message>
        <source>Check the token URL.</source>
        <translation>请检查令牌 URL。</translation>
    </message>
    <message>
        <source>The token from %1 has expired already.</source>
        <translation>来自 %1 的令牌已经过期。</translation>
    </message>
    <message>
        <source>Check the clocks of both machines.</source>
        <translation>请检查两台机器的时钟。</translation>
    </message>
    <message>
        <source>The password or token holds a line break.</source>
        <translation>密码或令牌中含有换行符。</translation>
    </message>
    <message>
        <source>Enter it again in one line, without what stands around it.</source>
        <translation>请重新输入，只写一行，不要带上前后的其他内容。</translation>
    </message>
    <message>
        <source>Unlock it, or let the secret be read from a file.</source>
        <translation>请解锁密钥环，或改为从文件读取。</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>密钥环已锁定。</translation>
    </message>
    <message>
        <source>The keychain does not let Sockeye in.</source>
        <translation>密钥环不允许 Sockeye 访问。</translation>
    </message>
    <message>
        <source>It may be waiting to be unlocked. Unlock it, or let the secret be read from a file.</source>
        <translation>它可能正在等待解锁。请解锁密钥环，或改为从文件读取。</translation>
    </message>
    <message>
        <source>Ask for a shorter time or for fewer series, or raise the size limit in Settings.</source>
        <translation>请缩短时间范围或减少序列数，或在“设置”中调高大小上限。</translation>
    </message>
    <message>
        <source>Check HTTP_PROXY, HTTPS_PROXY and NO_PROXY in the environment of Sockeye.</source>
        <translation>请检查 Sockeye 运行环境中的 HTTP_PROXY、HTTPS_PROXY 和 NO_PROXY。</translation>
    </message>
    <message>
        <source>The proxy script named %1: check that it runs, and the script.</source>
        <translation>代理脚本指定了 %1：请检查该代理是否在运行，以及脚本是否正确。</translation>
    </message>
    <message>
        <source>Check that the proxy runs, its address, and its user and password.</source>
        <translation>请检查代理是否在运行、其地址以及用户名和密码。</translation>
    </message>
</context>
<context>
    <name>EventLine</name>
    <message>
        <source>%1: %2</source>
        <comment>a service and a rule</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a sentence and a detail</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a sentence and a value</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, %2, threshold %3</source>
        <comment>a sentence, a value and a threshold</comment>
        <translation>%1，%2，阈值 %3</translation>
    </message>
    <message>
        <source>%1 pending</source>
        <translation>%1 待触发</translation>
    </message>
    <message>
        <source>%1 firing</source>
        <translation>%1 触发</translation>
    </message>
    <message>
        <source>%1 resolved</source>
        <translation>%1 已恢复</translation>
    </message>
    <message>
        <source>%1 has no data to evaluate</source>
        <translation>%1 没有可供评估的数据</translation>
    </message>
    <message>
        <source>%1 could not be evaluated</source>
        <translation>%1 无法评估</translation>
    </message>
    <message>
        <source>Cannot see %1: %2</source>
        <comment>a service, and why</comment>
        <translation>无法观测 %1：%2</translation>
    </message>
    <message>
        <source>%1 can be seen again</source>
        <translation>%1 恢复可观测</translation>
    </message>
    <message>
        <source>The notification about %1 was not shown</source>
        <translation>关于 %1 的通知未能显示</translation>
    </message>
    <message>
        <source>Old data were dropped to stay within memory</source>
        <translation>为控制内存占用，已丢弃较旧的数据</translation>
    </message>
    <message>
        <source>The configuration could not be read and was set aside</source>
        <translation>配置无法读取，已另存备份</translation>
    </message>
</context>
<context>
    <name>FieldProblem</name>
    <message>
        <source>Enter the user name.</source>
        <translation>请输入用户名。</translation>
    </message>
    <message>
        <source>Enter the path of the file that holds the secret.</source>
        <translation>请输入存放凭据的文件路径。</translation>
    </message>
    <message>
        <source>Enter the client ID.</source>
        <translation>请输入客户端 ID。</translation>
    </message>
    <message>
        <source>Enter the address that gives out tokens.</source>
        <translation>请输入签发令牌的地址。</translation>
    </message>
    <message>
        <source>Enter the program that prints a token.</source>
        <translation>请输入输出令牌的程序。</translation>
    </message>
    <message>
        <source>Enter the certificate that belongs to the key.</source>
        <translation>请输入与私钥对应的证书。</translation>
    </message>
    <message>
        <source>Enter the key that belongs to the certificate.</source>
        <translation>请输入与证书对应的私钥。</translation>
    </message>
    <message>
        <source>Enter the address of the proxy.</source>
        <translation>请输入代理地址。</translation>
    </message>
    <message>
        <source>Enter the path of a PEM file.</source>
        <translation>请输入 PEM 文件的路径。</translation>
    </message>
    <message>
        <source>Enter one word such as Bearer. Basic is user name and password.</source>
        <translation>请输入一个单词，例如 Bearer。Basic 请改用“用户名和密码”。</translation>
    </message>
    <message>
        <source>Enter an address that begins with http:// or https://, without a password in it.</source>
        <translation>请输入以 http:// 或 https:// 开头的地址，其中不得含密码。</translation>
    </message>
    <message>
        <source>Each line has to be a name, an equals sign and a value.</source>
        <translation>每行应为“名称=值”。</translation>
    </message>
    <message>
        <source>Enter a tenant without spaces, or several as a|b.</source>
        <translation>请输入不含空格的租户，多个租户写作 a|b。</translation>
    </message>
    <message>
        <source>Enter an address such as http://proxy.example.net:3128, without a password in it.</source>
        <translation>请输入类似 http://proxy.example.net:3128 的地址，其中不得含密码。</translation>
    </message>
    <message>
        <source>Each line has to be a name, a colon and a value. Sign-in headers are not taken here.</source>
        <translation>每行应为“名称: 值”。登录相关的请求头不在此处填写。</translation>
    </message>
    <message>
        <source>The tenant stands among the headers too. Remove X-Scope-OrgID there.</source>
        <translation>请求头中也填写了租户。请删除其中的 X-Scope-OrgID。</translation>
    </message>
    <message>
        <source>Enter auto, or a duration such as 0s, 5m or 1h.</source>
        <translation>请填写 auto，或 0s、5m、1h 之类的时长。</translation>
    </message>
    <message>
        <source>Enter a number from 0 to 100, or nothing.</source>
        <translation>请填写 0 到 100 的数字，或留空。</translation>
    </message>
    <message>
        <source>Enter the address of the script.</source>
        <translation>请输入脚本的地址。</translation>
    </message>
    <message>
        <source>Enter an address such as http://wpad.example.net/proxy.pac.</source>
        <translation>请输入地址，例如 http://wpad.example.net/proxy.pac。</translation>
    </message>
</context>
<context>
    <name>FileErrors</name>
    <message>
        <source>a string</source>
        <translation>字符串</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>a list of strings</source>
        <translation>字符串列表</translation>
    </message>
    <message>
        <source>a list of objects</source>
        <translation>对象列表</translation>
    </message>
    <message>
        <source>A new one was begun.</source>
        <translation>已重新创建。</translation>
    </message>
    <message>
        <source>It was kept as %1, and a new one was begun.</source>
        <translation>原文件已保留为 %1，并重新创建。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a sentence, and the system&apos;s own words</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>This is not valid JSON.</source>
        <translation>不是有效的 JSON。</translation>
    </message>
    <message>
        <source>This is not valid JSON: there is a mistake at byte %1.</source>
        <translation>不是有效的 JSON：第 %1 字节处有错误。</translation>
    </message>
    <message>
        <source>Correct the file, or remove it.</source>
        <translation>请修正或删除该文件。</translation>
    </message>
    <message>
        <source>The document has to be one JSON object.</source>
        <translation>文档必须是一个 JSON 对象。</translation>
    </message>
    <message>
        <source>%1 is missing; it has to be %2.</source>
        <translation>缺少 %1，应为%2。</translation>
    </message>
    <message>
        <source>Add it to the file.</source>
        <translation>请在文件中补充。</translation>
    </message>
    <message>
        <source>%1 has to be %2.</source>
        <translation>%1 应为%2。</translation>
    </message>
    <message>
        <source>Correct it in the file.</source>
        <translation>请在文件中修正。</translation>
    </message>
    <message>
        <source>The file was written by a newer version of Sockeye.</source>
        <translation>该文件由更新版本的 Sockeye 写入。</translation>
    </message>
    <message>
        <source>Update Sockeye to read it.</source>
        <translation>请升级 Sockeye 后再读取。</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>Check the permissions of the file.</source>
        <translation>请检查文件权限。</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>Check the permissions of the folder. The changes stay until Sockeye ends.</source>
        <translation>请检查目录权限。改动在 Sockeye 退出前有效。</translation>
    </message>
    <message>
        <source>%1 cannot be written: the disk is full.</source>
        <translation>无法写入 %1：磁盘已满。</translation>
    </message>
    <message>
        <source>Make room. The changes stay until Sockeye ends.</source>
        <translation>请清理磁盘空间。改动在 Sockeye 退出前有效。</translation>
    </message>
    <message>
        <source>The history %1 cannot be opened.</source>
        <translation>无法打开历史记录 %1。</translation>
    </message>
    <message>
        <source>Check the permissions of its folder. Until then nothing is remembered.</source>
        <translation>请检查所在目录的权限。在此之前不会保存历史。</translation>
    </message>
    <message>
        <source>The history %1 is damaged.</source>
        <translation>历史记录 %1 已损坏。</translation>
    </message>
    <message>
        <source>The history %1 was written by a newer version of Sockeye.</source>
        <translation>历史记录 %1 由更新版本的 Sockeye 写入。</translation>
    </message>
    <message>
        <source>The history %1 cannot be written.</source>
        <translation>无法写入历史记录 %1。</translation>
    </message>
    <message>
        <source>What happens now will not be remembered.</source>
        <translation>此后发生的事件不会保存。</translation>
    </message>
    <message>
        <source>The history %1 cannot be read.</source>
        <translation>无法读取历史记录 %1。</translation>
    </message>
    <message>
        <source>Start Sockeye again; if this stays, move the file away.</source>
        <translation>请重启 Sockeye；若仍然如此，请移走该文件。</translation>
    </message>
    <message>
        <source>The history cannot be written: the disk is full.</source>
        <translation>无法写入历史记录：磁盘已满。</translation>
    </message>
    <message>
        <source>Make room. Until then nothing is remembered.</source>
        <translation>请清理磁盘空间。在此之前不会保存历史。</translation>
    </message>
    <message>
        <source>The demo needs the program %1, which is not installed.</source>
        <translation>演示需要程序 %1，但尚未安装。</translation>
    </message>
    <message>
        <source>Install it, or name its path in SOCKEYE_PROMETHEUS.</source>
        <translation>请安装该程序，或用 SOCKEYE_PROMETHEUS 指定其路径。</translation>
    </message>
    <message>
        <source>%1 could not be started.</source>
        <translation>无法启动 %1。</translation>
    </message>
    <message>
        <source>Check that the program may be executed.</source>
        <translation>请确认该程序有执行权限。</translation>
    </message>
    <message>
        <source>%1 did not become ready.</source>
        <translation>%1 未能就绪。</translation>
    </message>
    <message>
        <source>Start the demo again.</source>
        <translation>请重新启动演示。</translation>
    </message>
    <message>
        <source>%1 ended unexpectedly.</source>
        <translation>%1 意外退出。</translation>
    </message>
    <message>
        <source>The configuration of the demo cannot be written.</source>
        <translation>无法写入演示的配置。</translation>
    </message>
    <message>
        <source>Check the free space and the permissions of the data folder.</source>
        <translation>请检查磁盘空间和数据目录的权限。</translation>
    </message>
    <message>
        <source>Correct the file.</source>
        <translation>请更正该文件。</translation>
    </message>
    <message>
        <source>This is not valid YAML.</source>
        <translation>这不是有效的 YAML。</translation>
    </message>
    <message>
        <source>The document has to be one mapping of keys to values.</source>
        <translation>文档必须是一个由键和值组成的映射。</translation>
    </message>
    <message>
        <source>The key %1 stands here a second time.</source>
        <translation>键 %1 在此处重复出现。</translation>
    </message>
    <message>
        <source>A key has to be a text.</source>
        <translation>键必须是文本。</translation>
    </message>
    <message>
        <source>Anchors and aliases are not read.</source>
        <translation>不支持锚点和别名。</translation>
    </message>
    <message>
        <source>Tags are not read.</source>
        <translation>不支持标签。</translation>
    </message>
    <message>
        <source>The file has to hold one document only.</source>
        <translation>文件中只能有一个文档。</translation>
    </message>
    <message>
        <source>This is nested too deep.</source>
        <translation>嵌套过深。</translation>
    </message>
</context>
<context>
    <name>MainActions</name>
    <message>
        <source>Stop watching?</source>
        <translation>停止监控？</translation>
    </message>
    <message>
        <source>Sockeye has no tray icon here. When its window closes, nothing is watched any more.</source>
        <translation>这里没有系统托盘图标。窗口关闭后将不再监控。</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>停止并退出</translation>
    </message>
    <message>
        <source>Keep watching, minimised</source>
        <translation>最小化并继续监控</translation>
    </message>
</context>
<context>
    <name>Notification</name>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>PanelWords</name>
    <message>
        <source>The service does not export the metric that this panel shows.</source>
        <translation>该服务未导出此面板所需的指标。</translation>
    </message>
    <message>
        <source>No probe endpoint is assigned to this service.</source>
        <translation>该服务没有分配探测端点。</translation>
    </message>
    <message>
        <source>This service has no Prometheus server.</source>
        <translation>该服务没有关联 Prometheus 服务器。</translation>
    </message>
    <message>
        <source>There is no data for this time.</source>
        <translation>该时段没有数据。</translation>
    </message>
    <message>
        <source>Cannot see it</source>
        <translation>无法观测</translation>
    </message>
    <message>
        <source>Cannot see %1</source>
        <translation>无法观测 %1</translation>
    </message>
    <message>
        <source>Cannot see it since %1</source>
        <translation>自 %1 起无法观测</translation>
    </message>
    <message>
        <source>Cannot see %1 since %2</source>
        <translation>自 %2 起无法观测 %1</translation>
    </message>
    <message>
        <source>it was not heard yet</source>
        <translation>尚未收到数据</translation>
    </message>
    <message>
        <source>the query to Prometheus failed</source>
        <translation>对 Prometheus 的查询失败</translation>
    </message>
    <message>
        <source>Prometheus does not answer</source>
        <translation>Prometheus 无响应</translation>
    </message>
    <message>
        <source>its scrape target is down, Prometheus answers</source>
        <translation>抓取目标已下线，Prometheus 正常响应</translation>
    </message>
    <message>
        <source>Prometheus answers, but has no data of it</source>
        <translation>Prometheus 正常响应，但没有它的数据</translation>
    </message>
    <message>
        <source>the probes do not report</source>
        <translation>探测没有上报</translation>
    </message>
    <message>
        <source>watching is paused</source>
        <translation>监控已暂停</translation>
    </message>
    <message>
        <source>the cause is not known</source>
        <translation>原因不明</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>what cannot be seen, and why</comment>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>%1 Last %2.</source>
        <comment>a sentence, and the last number of connections that was seen</comment>
        <translation>%1最后一次为 %2。</translation>
    </message>
    <message>
        <source>No news since %1.</source>
        <translation>自 %1 起没有新数据。</translation>
    </message>
    <message>
        <source>No news.</source>
        <translation>没有新数据。</translation>
    </message>
    <message>
        <source>The query failed.</source>
        <translation>查询失败。</translation>
    </message>
    <message>
        <source>Cannot see it: %1.</source>
        <comment>%1: why</comment>
        <translation>无法观测：%1。</translation>
    </message>
    <message>
        <source>incomplete</source>
        <comment>an answer that lacks some series</comment>
        <translation>结果不完整</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n 条警告</numerusform>
        </translation>
    </message>
    <message>
        <source>The server warns:</source>
        <translation>服务器警告：</translation>
    </message>
    <message numerus="yes">
        <source>+%n more series</source>
        <translation>
            <numerusform>另有 %n 条序列</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The answer has more series than Sockeye keeps: %n are not shown. Sum them up, or add a matcher.</source>
        <translation>
            <numerusform>结果的序列数超过 Sockeye 的上限：有 %n 条未显示。请先求和，或添加匹配条件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n 条提示</numerusform>
        </translation>
    </message>
    <message>
        <source>The server notes:</source>
        <translation>服务器提示：</translation>
    </message>
    <message numerus="yes">
        <source>%n late sample(s)</source>
        <translation>
            <numerusform>%n 个迟到样本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) changed after they were shown, because samples came late. Older points may have changed as well: press F5 to ask for all of them again.</source>
        <translation>
            <numerusform>有 %n 个数据点在显示之后因样本迟到而改变。更早的数据点可能也已改变：按 F5 可重新查询全部数据。</numerusform>
        </translation>
    </message>
    <message>
        <source>A part of the server&apos;s storage did not answer: series and points are missing. They are asked for again when it does.</source>
        <translation>服务器的一部分存储没有应答，缺少部分序列和数据点；存储恢复后会重新查询。</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Loading…</source>
        <translation>加载中…</translation>
    </message>
</context>
<context>
    <name>ProbeColumns</name>
    <message>
        <source>Last close</source>
        <translation>最近关闭</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>在线时长</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Probe</source>
        <translation>探测</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>RTT</source>
        <translation>RTT</translation>
    </message>
    <message>
        <source>Reconnects/h</source>
        <translation>重连次数/小时</translation>
    </message>
    <message>
        <source>Of all pings of the last %1. “≥” stands where so many had no answer that the time was this or longer.</source>
        <translation>统计最近 %1 内的全部 ping。未收到应答的 ping 过多、只能得知下限时，数值前标“≥”。</translation>
    </message>
</context>
<context>
    <name>ProbeErrors</name>
    <message>
        <source>%1 (%2)</source>
        <comment>a sentence, and the library&apos;s own words</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Check that the server runs and that the port is right.</source>
        <translation>请确认服务器正在运行且端口正确。</translation>
    </message>
    <message>
        <source>Check the network and the firewall.</source>
        <translation>请检查网络和防火墙。</translation>
    </message>
    <message>
        <source>The name of the host was not found.</source>
        <translation>找不到该主机名。</translation>
    </message>
    <message>
        <source>Check the spelling of the address and the name server.</source>
        <translation>请检查地址拼写和 DNS 服务器。</translation>
    </message>
    <message>
        <source>The server refused the TCP connection.</source>
        <translation>服务器拒绝了 TCP 连接。</translation>
    </message>
    <message>
        <source>The server did not answer to TCP in time.</source>
        <translation>服务器未在时限内响应 TCP 连接。</translation>
    </message>
    <message>
        <source>The TCP connection failed.</source>
        <translation>TCP 连接失败。</translation>
    </message>
    <message>
        <source>There is no way to the server from this machine.</source>
        <translation>本机无法到达该服务器。</translation>
    </message>
    <message>
        <source>The certificate of the server was not accepted.</source>
        <translation>服务器证书未通过校验。</translation>
    </message>
    <message>
        <source>Choose the right CA file, or renew the certificate.</source>
        <translation>请选择正确的 CA 文件，或更新证书。</translation>
    </message>
    <message>
        <source>The TLS handshake did not end in time.</source>
        <translation>TLS 握手未在时限内完成。</translation>
    </message>
    <message>
        <source>Check that the server speaks TLS on this port, or use ws://.</source>
        <translation>请确认服务器在该端口启用了 TLS，或改用 ws://。</translation>
    </message>
    <message>
        <source>The connection ended: %1.</source>
        <translation>连接已结束：%1。</translation>
    </message>
    <message>
        <source>Sockeye connects again by itself.</source>
        <translation>Sockeye 会自动重连。</translation>
    </message>
    <message>
        <source>Check the sign-in and the extra headers.</source>
        <translation>请检查登录方式和附加请求头。</translation>
    </message>
    <message>
        <source>Check the path of the address.</source>
        <translation>请检查地址中的路径。</translation>
    </message>
    <message>
        <source>Look into the log of the server.</source>
        <translation>请查看服务器日志。</translation>
    </message>
    <message>
        <source>The connection is open.</source>
        <translation>连接已打开。</translation>
    </message>
    <message>
        <source>The server took the connection, but did not answer to the upgrade in time.</source>
        <translation>服务器接受了连接，但未在时限内响应升级请求。</translation>
    </message>
    <message>
        <source>Check that a WebSocket service listens at this path.</source>
        <translation>请确认该路径上有 WebSocket 服务。</translation>
    </message>
    <message>
        <source>The server refused the upgrade with HTTP status %1.</source>
        <translation>服务器拒绝升级，HTTP 状态码 %1。</translation>
    </message>
    <message>
        <source>The server&apos;s answer to the upgrade is not valid.</source>
        <translation>服务器对升级请求的响应无效。</translation>
    </message>
    <message>
        <source>Check the address, and the subprotocol if one is set.</source>
        <translation>请检查地址；若设置了子协议，也请检查子协议。</translation>
    </message>
    <message>
        <source>The network stopped taking what was sent, though nobody closed.</source>
        <translation>没有任何一方关闭连接，但网络已不再送达发出的数据。</translation>
    </message>
    <message>
        <source>The certificate of the server is not valid today.</source>
        <translation>服务器的证书目前不在有效期内。</translation>
    </message>
    <message>
        <source>Renew it on the server, and check the clocks of both machines.</source>
        <translation>请在服务器上更新证书，并检查两台机器的时钟。</translation>
    </message>
    <message>
        <source>The certificate of the server is for another name.</source>
        <translation>服务器的证书是签发给另一个名称的。</translation>
    </message>
    <message>
        <source>Use the name that it is for, or set the server name of the endpoint.</source>
        <translation>请使用证书上的名称，或设置端点的服务器名称。</translation>
    </message>
    <message>
        <source>Nobody whom this machine trusts has signed the certificate of the server.</source>
        <translation>服务器的证书并非由本机信任的机构签发。</translation>
    </message>
    <message>
        <source>Choose its CA file, or let the server send the certificates in between.</source>
        <translation>请选择其 CA 文件，或让服务器发送中间证书。</translation>
    </message>
    <message>
        <source>The server signed its certificate itself.</source>
        <translation>服务器使用的是自签名证书。</translation>
    </message>
    <message>
        <source>Choose that certificate as the CA file.</source>
        <translation>请将该证书选为 CA 文件。</translation>
    </message>
    <message>
        <source>The two sides could not agree on how to speak TLS.</source>
        <translation>双方未能就 TLS 的参数达成一致。</translation>
    </message>
    <message>
        <source>Check the versions of TLS, and the client certificate if it wants one.</source>
        <translation>请检查 TLS 版本；若服务器要求客户端证书，也请检查该证书。</translation>
    </message>
    <message>
        <source>What answered does not speak TLS.</source>
        <translation>对端使用的不是 TLS。</translation>
    </message>
    <message>
        <source>Check the port, or use ws://.</source>
        <translation>请检查端口，或改用 ws://。</translation>
    </message>
    <message>
        <source>The server closed the connection in the place of an answer to the upgrade.</source>
        <translation>服务器没有回应升级请求，而是直接关闭了连接。</translation>
    </message>
    <message>
        <source>Check the path, and whether the server wants wss://.</source>
        <translation>请检查路径，以及服务器是否要求使用 wss://。</translation>
    </message>
    <message>
        <source>What answered does not speak HTTP.</source>
        <translation>对端使用的不是 HTTP。</translation>
    </message>
    <message>
        <source>Check the port.</source>
        <translation>请检查端口。</translation>
    </message>
    <message>
        <source>The answer says 101, but a header of the upgrade is missing.</source>
        <translation>回应的状态为 101，但缺少升级所需的标头。</translation>
    </message>
    <message>
        <source>Let the proxy in front of the service pass Upgrade and Connection on.</source>
        <translation>请让服务前面的代理转发 Upgrade 和 Connection 标头。</translation>
    </message>
    <message>
        <source>The answer belongs to another request: its accept key is wrong.</source>
        <translation>该回应属于另一个请求：其 accept 值不正确。</translation>
    </message>
    <message>
        <source>Look for a cache in front of the service.</source>
        <translation>请检查服务前面是否有缓存。</translation>
    </message>
    <message>
        <source>The server does not speak the subprotocol that is asked for.</source>
        <translation>服务器不支持所要求的子协议。</translation>
    </message>
    <message>
        <source>Check the subprotocol of the endpoint.</source>
        <translation>请检查端点的子协议设置。</translation>
    </message>
    <message>
        <source>The proxy does not let the connection through.</source>
        <translation>代理不允许该连接通过。</translation>
    </message>
    <message>
        <source>Check that the proxy runs, and its setting.</source>
        <translation>请检查代理是否在运行，以及代理设置是否正确。</translation>
    </message>
</context>
<context>
    <name>ProbeWords</name>
    <message>
        <source>normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>going away</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>protocol error</source>
        <translation>协议错误</translation>
    </message>
    <message>
        <source>data not supported</source>
        <translation>不支持的数据</translation>
    </message>
    <message>
        <source>no code given</source>
        <translation>未给出关闭码</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>异常断开</translation>
    </message>
    <message>
        <source>invalid data</source>
        <translation>无效数据</translation>
    </message>
    <message>
        <source>policy violation</source>
        <translation>违反策略</translation>
    </message>
    <message>
        <source>message too big</source>
        <translation>消息过大</translation>
    </message>
    <message>
        <source>extension missing</source>
        <translation>缺少扩展</translation>
    </message>
    <message>
        <source>server error</source>
        <translation>服务器错误</translation>
    </message>
    <message>
        <source>service restart</source>
        <translation>服务重启</translation>
    </message>
    <message>
        <source>try again later</source>
        <translation>稍后重试</translation>
    </message>
    <message>
        <source>bad gateway</source>
        <translation>网关错误</translation>
    </message>
    <message>
        <source>TLS failed</source>
        <translation>TLS 失败</translation>
    </message>
    <message>
        <source>registered</source>
        <comment>a close code that a library registered</comment>
        <translation>已注册</translation>
    </message>
    <message>
        <source>application</source>
        <comment>a close code of the application&apos;s own</comment>
        <translation>应用自定义</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>open</source>
        <translation>已打开</translation>
    </message>
    <message>
        <source>name not found</source>
        <translation>域名无法解析</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>连接被拒绝</translation>
    </message>
    <message>
        <source>no answer to TCP</source>
        <translation>TCP 无响应</translation>
    </message>
    <message>
        <source>TCP failed</source>
        <translation>TCP 失败</translation>
    </message>
    <message>
        <source>network unreachable</source>
        <translation>网络不可达</translation>
    </message>
    <message>
        <source>no answer to TLS</source>
        <translation>TLS 无响应</translation>
    </message>
    <message>
        <source>no answer to the upgrade</source>
        <translation>升级无响应</translation>
    </message>
    <message>
        <source>upgrade refused</source>
        <translation>升级被拒绝</translation>
    </message>
    <message>
        <source>invalid upgrade answer</source>
        <translation>升级响应无效</translation>
    </message>
    <message>
        <source>secret missing</source>
        <translation>缺少凭据</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>closed without a code</source>
        <translation>关闭（无关闭码）</translation>
    </message>
    <message>
        <source>no pong</source>
        <translation>无 pong 响应</translation>
    </message>
    <message>
        <source>closed by Sockeye</source>
        <translation>由 Sockeye 关闭</translation>
    </message>
    <message>
        <source>certificate out of date</source>
        <translation>证书不在有效期内</translation>
    </message>
    <message>
        <source>certificate of another name</source>
        <translation>证书名称不符</translation>
    </message>
    <message>
        <source>unknown authority</source>
        <translation>签发机构未知</translation>
    </message>
    <message>
        <source>self-signed certificate</source>
        <translation>自签名证书</translation>
    </message>
    <message>
        <source>TLS handshake failed</source>
        <translation>TLS 握手失败</translation>
    </message>
    <message>
        <source>not TLS</source>
        <translation>不是 TLS</translation>
    </message>
    <message>
        <source>closed before the upgrade</source>
        <translation>升级前被关闭</translation>
    </message>
    <message>
        <source>not HTTP</source>
        <translation>不是 HTTP</translation>
    </message>
    <message>
        <source>upgrade header missing</source>
        <translation>缺少升级标头</translation>
    </message>
    <message>
        <source>wrong accept key</source>
        <translation>accept 值错误</translation>
    </message>
    <message>
        <source>wrong subprotocol</source>
        <translation>子协议不符</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>连接被重置</translation>
    </message>
    <message>
        <source>path dead</source>
        <translation>网络路径中断</translation>
    </message>
    <message>
        <source>wrongly set up</source>
        <translation>设置有误</translation>
    </message>
    <message>
        <source>proxy failed</source>
        <translation>代理失败</translation>
    </message>
    <message>
        <source>a masked frame</source>
        <translation>带掩码的帧</translation>
    </message>
    <message>
        <source>reserved bits without an extension</source>
        <translation>未协商扩展却设置了保留位</translation>
    </message>
    <message>
        <source>an opcode that does not exist</source>
        <translation>不存在的操作码</translation>
    </message>
    <message>
        <source>a control frame in pieces</source>
        <translation>被分片的控制帧</translation>
    </message>
    <message>
        <source>a control frame that is too long</source>
        <translation>过长的控制帧</translation>
    </message>
    <message>
        <source>a length in more bytes than it needs</source>
        <translation>长度字段编码过长</translation>
    </message>
    <message>
        <source>a length beyond all bounds</source>
        <translation>长度超出范围</translation>
    </message>
    <message>
        <source>a continuation of nothing</source>
        <translation>没有起始帧的后续帧</translation>
    </message>
    <message>
        <source>a message within a message</source>
        <translation>消息尚未结束又开始新消息</translation>
    </message>
    <message>
        <source>text that is not UTF-8</source>
        <translation>文本不是 UTF-8</translation>
    </message>
    <message>
        <source>a message of more than 16 MiB</source>
        <translation>消息超过 16 MiB</translation>
    </message>
    <message>
        <source>compressed data that is broken</source>
        <translation>压缩数据损坏</translation>
    </message>
    <message>
        <source>a frame behind the close frame</source>
        <translation>关闭帧之后仍有帧</translation>
    </message>
    <message>
        <source>%1, at byte %2</source>
        <extracomment>How a server broke the protocol, and the number of the byte since the upgrade</extracomment>
        <translation>%1，位于第 %2 字节</translation>
    </message>
</context>
<context>
    <name>Screenshot</name>
    <message>
        <source>Cannot write %1: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
</context>
<context>
    <name>ServerWords</name>
    <message>
        <source>Cortex or Mimir</source>
        <comment>two programs that cannot be told apart</comment>
        <translation>Cortex 或 Mimir</translation>
    </message>
    <message>
        <source>a server with Prometheus&apos; API</source>
        <translation>兼容 Prometheus API 的服务器</translation>
    </message>
    <message>
        <source>%1 through Grafana</source>
        <comment>%1: a program and its version</comment>
        <translation>经 Grafana 访问的 %1</translation>
    </message>
    <message>
        <source>its version</source>
        <translation>版本信息</translation>
    </message>
    <message>
        <source>runtime information</source>
        <translation>运行时信息</translation>
    </message>
    <message>
        <source>its flags</source>
        <comment>of the command line</comment>
        <translation>启动参数</translation>
    </message>
    <message>
        <source>the size of its database</source>
        <translation>数据库规模</translation>
    </message>
    <message>
        <source>scrape targets</source>
        <translation>抓取目标</translation>
    </message>
    <message>
        <source>types of metrics</source>
        <translation>指标元数据</translation>
    </message>
    <message>
        <source>rules and alerts</source>
        <translation>规则与告警</translation>
    </message>
    <message>
        <source>exemplars</source>
        <translation>Exemplar 样例</translation>
    </message>
    <message>
        <source>formatting of queries</source>
        <translation>查询格式化</translation>
    </message>
    <message>
        <source>notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>statistics of queries</source>
        <translation>查询统计</translation>
    </message>
    <message>
        <source>limits of lists</source>
        <translation>列表数量限制</translation>
    </message>
    <message>
        <source>names in UTF-8</source>
        <translation>UTF-8 名称</translation>
    </message>
    <message>
        <source>native histograms</source>
        <translation>原生直方图</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>in step with ours</source>
        <translation>与本机一致</translation>
    </message>
    <message>
        <source>%1 behind ours</source>
        <translation>比本机慢 %1</translation>
    </message>
    <message>
        <source>%1 ahead of ours</source>
        <translation>比本机快 %1</translation>
    </message>
    <message>
        <source>The clock of the server is %1 behind that of this machine.</source>
        <translation>服务器时钟比本机慢 %1。</translation>
    </message>
    <message>
        <source>The clock of the server is %1 ahead of that of this machine.</source>
        <translation>服务器时钟比本机快 %1。</translation>
    </message>
    <message>
        <source>Charts make up for it, the server&apos;s own alerts and logs do not: let both machines keep their time by NTP.</source>
        <translation>图表会自动校正，但服务器自身的告警和日志不会：请用 NTP 同步两台机器的时间。</translation>
    </message>
</context>
<context>
    <name>StatusWords</name>
    <message>
        <source>clock %1%2 s</source>
        <translation>时钟偏差 %1%2 秒</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>平稳</translation>
    </message>
    <message>
        <source>%1%2 % in 5 min</source>
        <extracomment>The sign, and by how many percent the connections changed in the last five minutes</extracomment>
        <translation>5 分钟内 %1%2 %</translation>
    </message>
    <message>
        <source>never seen</source>
        <translation>从未观测到</translation>
    </message>
    <message>
        <source>last %1 at %2</source>
        <translation>最后一次 %1（%2）</translation>
    </message>
    <message>
        <source>waiting for the first answer</source>
        <translation>正在等待首次响应</translation>
    </message>
    <message>
        <source>cannot see: Prometheus fails</source>
        <translation>无法观测：Prometheus 出错</translation>
    </message>
    <message>
        <source>cannot see: Prometheus is silent</source>
        <translation>无法观测：Prometheus 无响应</translation>
    </message>
    <message>
        <source>cannot see: target down</source>
        <translation>无法观测：抓取目标下线</translation>
    </message>
    <message>
        <source>cannot see: no data</source>
        <translation>无法观测：无数据</translation>
    </message>
    <message>
        <source>cannot see: probes are silent</source>
        <translation>无法观测：探测没有上报</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>The phase of an alert, and for how long</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>as last seen</source>
        <translation>最后一次观测</translation>
    </message>
    <message>
        <source>%1: waiting for the first answer</source>
        <translation>%1：正在等待首次响应</translation>
    </message>
    <message>
        <source>no probes</source>
        <translation>无探测</translation>
    </message>
    <message>
        <source>probes %1 of %2 open</source>
        <translation>探测 %1/%2 已打开</translation>
    </message>
    <message>
        <source>no alerts</source>
        <translation>无告警</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) firing</source>
        <translation>
            <numerusform>%n 个告警触发中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) pending</source>
        <translation>
            <numerusform>%n 个告警待触发</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 pending</source>
        <translation>%1 待触发</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <extracomment>The state of a connection, and for how long</extracomment>
        <translation>%1，持续 %2</translation>
    </message>
    <message>
        <source>resolve</source>
        <translation>解析</translation>
    </message>
    <message>
        <source>connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>upgrade</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>answered in %1</source>
        <translation>响应耗时 %1</translation>
    </message>
    <message>
        <source>scrapes every %1</source>
        <translation>每 %1抓取一次</translation>
    </message>
    <message>
        <source>%1 series</source>
        <translation>%1 条序列</translation>
    </message>
    <message>
        <source>No attempt has ended yet.</source>
        <translation>还没有完成的连接尝试。</translation>
    </message>
    <message>
        <source>Last handshake: %1</source>
        <translation>最近一次握手：%1</translation>
    </message>
    <message>
        <source>Last attempt: %1</source>
        <translation>最近一次尝试：%1</translation>
    </message>
    <message>
        <source>Next attempt in %1.</source>
        <translation>%1后再次尝试。</translation>
    </message>
    <message>
        <source>clock in step</source>
        <translation>时钟一致</translation>
    </message>
    <message>
        <source>Phases: %1.</source>
        <translation>各阶段：%1。</translation>
    </message>
    <message>
        <source>Connected: %1.</source>
        <comment>%1: the server&apos;s program</comment>
        <translation>已连接：%1。</translation>
    </message>
    <message>
        <source>first message</source>
        <translation>首条消息</translation>
    </message>
    <message numerus="yes">
        <source>The certificate is valid for %n more day(s).</source>
        <translation>
            <numerusform>证书还有 %n 天到期。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The certificate ended %n day(s) ago.</source>
        <translation>
            <numerusform>证书已过期 %n 天。</numerusform>
        </translation>
    </message>
    <message>
        <source>Last end: %1</source>
        <translation>上次断开：%1</translation>
    </message>
</context>
<context>
    <name>TestResult</name>
    <message>
        <source>clock %1</source>
        <comment>how far the server&apos;s clock is from ours</comment>
        <translation>时钟%1</translation>
    </message>
    <message>
        <source>scrapes every %1</source>
        <translation>每 %1抓取一次</translation>
    </message>
    <message>
        <source>%1 series</source>
        <translation>%1 条序列</translation>
    </message>
    <message>
        <source>%1 of %2 scrape targets up</source>
        <translation>抓取目标在线 %1/%2</translation>
    </message>
    <message>
        <source>no WebSocket service found</source>
        <translation>未发现 WebSocket 服务</translation>
    </message>
    <message>
        <source>WebSocket services found: %1</source>
        <translation>发现 WebSocket 服务：%1</translation>
    </message>
    <message>
        <source>Connected.</source>
        <translation>已连接。</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>未连接。</translation>
    </message>
    <message>
        <source>DNS</source>
        <translation>DNS</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>upgrade</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>Open in %1.</source>
        <translation>打开耗时 %1。</translation>
    </message>
    <message>
        <source>RTT %1.</source>
        <translation>RTT %1。</translation>
    </message>
    <message>
        <source>The server did not answer to a ping.</source>
        <translation>服务器未响应 ping。</translation>
    </message>
    <message>
        <source>if you expected data: an unknown tenant looks like this too</source>
        <translation>如果本应有数据：租户名写错时也是这样的结果</translation>
    </message>
    <message>
        <source>%1, answered in %2</source>
        <comment>%1: the server&apos;s program</comment>
        <translation>%1，%2 内应答</translation>
    </message>
    <message>
        <source>tenant %1</source>
        <translation>租户 %1</translation>
    </message>
    <message>
        <source>It does not offer: %1</source>
        <comment>%1: what other servers have</comment>
        <translation>不支持：%1</translation>
    </message>
    <message>
        <source>Test again in %1.</source>
        <translation>请在 %1后重新测试。</translation>
    </message>
    <message>
        <source>Test again in a moment. If this stays, look into the log of the server.</source>
        <translation>请稍后重新测试。若仍然如此，请查看服务器日志。</translation>
    </message>
</context>
<context>
    <name>TimeWords</name>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <comment>milliseconds</comment>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two units of a duration, such as 2 h 5 min</comment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>TopSentence</name>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n 个服务</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n probe(s)</source>
        <translation>
            <numerusform>%n 个探测</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything was heard.</source>
        <translation>所有来源均有响应。</translation>
    </message>
    <message>
        <source>%1, all heard.</source>
        <comment>%1: number of services or of probes</comment>
        <translation>%1，均有响应。</translation>
    </message>
    <message>
        <source>%1, %2, all heard.</source>
        <comment>numbers of services and of probes</comment>
        <translation>%1、%2，均有响应。</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the facts of a sentence</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>ends a sentence</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a value, and how it stands to the threshold: 1.2 s, above 1 s</comment>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>an alert</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>a service, and the rule that fires</comment>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>%1: %2 is pending.</source>
        <comment>a service, and the rule whose condition holds</comment>
        <translation>%1：%2 待触发。</translation>
    </message>
    <message>
        <source>as last seen</source>
        <translation>最后一次观测的状态</translation>
    </message>
    <message numerus="yes">
        <source>%n service(s) cannot be seen.</source>
        <translation>
            <numerusform>有 %n 个服务无法观测。</numerusform>
        </translation>
    </message>
    <message>
        <source>a service without a name</source>
        <translation>未命名的服务</translation>
    </message>
    <message>
        <source>Nothing is watched yet.</source>
        <translation>尚未监控任何对象。</translation>
    </message>
    <message>
        <source>Add a Prometheus server or a WebSocket endpoint, or try the demo.</source>
        <translation>请添加 Prometheus 服务器或 WebSocket 端点，或试用演示。</translation>
    </message>
    <message>
        <source>Waiting for the first answers.</source>
        <translation>正在等待首次响应。</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>%1: no connection from here.</source>
        <comment>%1: a probe endpoint</comment>
        <translation>%1：从本机无法连接。</translation>
    </message>
    <message>
        <source>Watching is paused.</source>
        <translation>监控已暂停。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a service, and the rule that fires</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2 resolved</source>
        <comment>a service, and the rule that fired</comment>
        <translation>%1：%2 已恢复</translation>
    </message>
    <message>
        <source>Cannot see %1</source>
        <translation>无法观测 %1</translation>
    </message>
    <message>
        <source>%1 can be seen again</source>
        <translation>%1 恢复可观测</translation>
    </message>
    <message>
        <source>%1, threshold %2, since %3.</source>
        <comment>value, threshold, time</comment>
        <translation>%1，阈值 %2，自 %3 起。</translation>
    </message>
    <message>
        <source>Since %1.</source>
        <translation>自 %1 起。</translation>
    </message>
    <message>
        <source>Now %1, threshold %2. It fired since %3.</source>
        <comment>value, threshold, time</comment>
        <translation>当前 %1，阈值 %2。自 %3 起触发。</translation>
    </message>
    <message>
        <source>It fired since %1.</source>
        <translation>自 %1 起触发。</translation>
    </message>
    <message>
        <source>Nothing of %1 was seen since %2. Alerts stand as they were last seen.</source>
        <comment>%1: a service, %2: time</comment>
        <translation>自 %2 起没有 %1 的数据。告警保持最后一次观测的状态。</translation>
    </message>
    <message>
        <source>It could not be seen since %1.</source>
        <translation>此前自 %1 起无法观测。</translation>
    </message>
    <message>
        <source>Notifications work</source>
        <translation>通知功能正常</translation>
    </message>
    <message>
        <source>An alert will look like this.</source>
        <translation>告警通知将以此形式出现。</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接数</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>新建连接</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Messages in</source>
        <translation>接收消息</translation>
    </message>
    <message>
        <source>Messages out</source>
        <translation>发送消息</translation>
    </message>
    <message>
        <source>Bytes in</source>
        <translation>接收字节</translation>
    </message>
    <message>
        <source>Bytes out</source>
        <translation>发送字节</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>时延</translation>
    </message>
    <message>
        <source>Inside P50</source>
        <translation>内部 P50</translation>
    </message>
    <message>
        <source>Inside P95</source>
        <translation>内部 P95</translation>
    </message>
    <message>
        <source>Inside P99</source>
        <translation>内部 P99</translation>
    </message>
    <message>
        <source>Outside RTT</source>
        <translation>外部 RTT</translation>
    </message>
    <message>
        <source>RTT</source>
        <translation>RTT</translation>
    </message>
    <message>
        <source>Closes by code</source>
        <translation>按关闭码统计的关闭</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation>错误率</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU 使用率</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Probes</source>
        <translation>探测</translation>
    </message>
    <message>
        <source>P99 inside</source>
        <translation>内部 P99</translation>
    </message>
    <message>
        <source>RTT from here</source>
        <translation>本机往返时延</translation>
    </message>
    <message>
        <source>P99 latency</source>
        <translation>P99 时延</translation>
    </message>
    <message>
        <source>Connections halved</source>
        <translation>连接数减半</translation>
    </message>
    <message>
        <source>Probe down</source>
        <translation>探测中断</translation>
    </message>
    <message>
        <source>Scrape target down</source>
        <translation>抓取目标下线</translation>
    </message>
    <message>
        <source>No probe connection open</source>
        <translation>没有打开的探测连接</translation>
    </message>
    <message>
        <source>Prometheus cannot scrape the service</source>
        <translation>Prometheus 无法抓取该服务</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>rule and comparison, such as: P99 latency above 1 s</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <comment>%1: condition, %2: duration</comment>
        <translation>%1，持续 %2</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>高于 %1</translation>
    </message>
    <message>
        <source>at or above %1</source>
        <translation>不低于 %1</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>低于 %1</translation>
    </message>
    <message>
        <source>at or below %1</source>
        <translation>不高于 %1</translation>
    </message>
    <message>
        <source>equal to %1</source>
        <translation>等于 %1</translation>
    </message>
    <message>
        <source>other than %1</source>
        <translation>不等于 %1</translation>
    </message>
    <message>
        <source>well</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>尚不清楚</translation>
    </message>
    <message>
        <source>cannot see</source>
        <translation>无法观测</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>未触发</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>待触发</translation>
    </message>
    <message>
        <source>firing</source>
        <translation>触发中</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>not evaluated yet</source>
        <translation>尚未评估</translation>
    </message>
    <message>
        <source>OK</source>
        <comment>the evaluation of a rule works</comment>
        <translation>正常</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>query failed</source>
        <translation>查询失败</translation>
    </message>
    <message>
        <source>cannot evaluate</source>
        <translation>无法评估</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>连接中</translation>
    </message>
    <message>
        <source>open</source>
        <translation>已打开</translation>
    </message>
    <message>
        <source>closing</source>
        <translation>关闭中</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>not watched</source>
        <translation>未监控</translation>
    </message>
    <message>
        <source>Connections %1 of their highest in the last %2</source>
        <comment>%1: comparison with a percentage, such as below 50 %; %2: duration</comment>
        <translation>连接数%1（相对于最近 %2的最高值）</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences, one behind the other</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Opened per second</source>
        <translation>每秒新建连接</translation>
    </message>
    <message>
        <source>Closes per second, by code</source>
        <translation>每秒关闭（按关闭码）</translation>
    </message>
    <message>
        <source>Messages in per second</source>
        <translation>每秒接收消息</translation>
    </message>
    <message>
        <source>Messages out per second</source>
        <translation>每秒发送消息</translation>
    </message>
    <message>
        <source>Bytes in per second</source>
        <translation>每秒接收字节</translation>
    </message>
    <message>
        <source>Bytes out per second</source>
        <translation>每秒发送字节</translation>
    </message>
    <message>
        <source>Latency P50</source>
        <translation>时延 P50</translation>
    </message>
    <message>
        <source>Latency P95</source>
        <translation>时延 P95</translation>
    </message>
    <message>
        <source>Latency P99</source>
        <translation>时延 P99</translation>
    </message>
    <message>
        <source>Errors per second</source>
        <translation>每秒错误</translation>
    </message>
    <message>
        <source>Memory used, ratio</source>
        <translation>内存使用率</translation>
    </message>
    <message>
        <source>Scrape target up</source>
        <translation>抓取目标在线</translation>
    </message>
</context>
<context>
    <name>sockeye::AccessForm</name>
    <message>
        <source>&amp;Headers</source>
        <translation>请求头(&amp;H)</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>租户</translation>
    </message>
    <message>
        <source>Whose data to show, of Cortex or Mimir (X-Scope-OrgID); several as a|b. Else leave empty.</source>
        <translation>Cortex 或 Mimir 中要显示谁的数据（X-Scope-OrgID），多个写作 a|b。其他服务器请留空。</translation>
    </message>
    <message>
        <source>Sent with the upgrade, one a line. Secrets do not go here.</source>
        <translation>随升级请求发送，每行一个。凭据不要填在这里。</translation>
    </message>
</context>
<context>
    <name>sockeye::AddressPage</name>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>U&amp;RL</source>
        <translation>URL(&amp;R)</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds, behind a number</comment>
        <translation> 秒</translation>
    </message>
    <message>
        <source>no address yet</source>
        <translation>尚无地址</translation>
    </message>
    <message>
        <source>Canceled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Go to “%1”</source>
        <comment>%1: the label of a field</comment>
        <translation>转到“%1”</translation>
    </message>
    <message>
        <source>Use %1</source>
        <comment>%1: the address that was meant</comment>
        <translation>改用 %1</translation>
    </message>
</context>
<context>
    <name>sockeye::AlertChips</name>
    <message>
        <source>Active alerts of this service</source>
        <translation>该服务的当前告警</translation>
    </message>
</context>
<context>
    <name>sockeye::AlertsPage</name>
    <message>
        <source>Active</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Active alerts</source>
        <translation>当前告警</translation>
    </message>
    <message>
        <source>Nothing is pending or firing.</source>
        <translation>没有待触发或触发中的告警。</translation>
    </message>
    <message>
        <source>Alert rules</source>
        <translation>告警规则</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Nothing has happened yet. Alerts and times of blindness will be listed here.</source>
        <translation>尚无事件。告警和无法观测的时段会列在这里。</translation>
    </message>
</context>
<context>
    <name>sockeye::AppearancePage</name>
    <message>
        <source>&amp;Colors</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Changes when Sockeye starts again.</source>
        <translation>重启 Sockeye 后生效。</translation>
    </message>
    <message>
        <source>&amp;Times</source>
        <translation>时间(&amp;T)</translation>
    </message>
    <message>
        <source>Charts and lists show their zone.</source>
        <translation>图表和列表会注明时区。</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>本地时间</translation>
    </message>
</context>
<context>
    <name>sockeye::Application</name>
    <message>
        <source>This workspace is open already; its window was asked to come to the front.</source>
        <translation>该工作区已打开，已请求将其窗口置于最前。</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>The demo does as you asked.</source>
        <translation>演示已按要求执行。</translation>
    </message>
    <message>
        <source>The demo refused: %1</source>
        <translation>演示拒绝了请求：%1</translation>
    </message>
    <message>
        <source>%1 could not be used.</source>
        <translation>%1 无法使用。</translation>
    </message>
    <message>
        <source>It was kept as %1, and Sockeye starts with an empty one.</source>
        <translation>原文件已保留为 %1，Sockeye 以空配置启动。</translation>
    </message>
    <message>
        <source>A file was put aside</source>
        <translation>有文件被另存</translation>
    </message>
    <message>
        <source>No picture was taken, because the demo does not run.</source>
        <translation>演示未运行，未能截图。</translation>
    </message>
</context>
<context>
    <name>sockeye::ConnectionDetail</name>
    <message>
        <source>%1: %2</source>
        <extracomment>A label and its value, for a screen reader</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>Opens the settings of this server.</source>
        <translation>打开此服务器的设置。</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <extracomment>The name of a server, and whether it answers</extracomment>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>The last error, %1: %2</source>
        <comment>%1: 3 min ago, %2: a sentence</comment>
        <translation>最近一次错误（%1）：%2</translation>
    </message>
</context>
<context>
    <name>sockeye::ConnectionsPage</name>
    <message>
        <source>The command is on the clipboard. Where it has a $NAME, set that variable first.</source>
        <translation>命令已复制到剪贴板。其中的 $NAME 请先设置为相应变量。</translation>
    </message>
    <message>
        <source>Prometheus servers</source>
        <translation>Prometheus 服务器</translation>
    </message>
    <message>
        <source>No Prometheus server yet. Add one to see a service from inside.</source>
        <translation>还没有 Prometheus 服务器。添加一个即可从内部观测服务。</translation>
    </message>
    <message>
        <source>Add a Prometheus server…</source>
        <translation>添加 Prometheus 服务器…</translation>
    </message>
</context>
<context>
    <name>sockeye::Console</name>
    <message>
        <source>This desktop has no tray, so Sockeye lives in its window: minimise it to keep watching.</source>
        <translation>此桌面没有系统托盘，Sockeye 只有窗口：将窗口最小化即可继续监控。</translation>
    </message>
    <message>
        <source>The desktop shows no notifications: %1</source>
        <translation>桌面未显示通知：%1</translation>
    </message>
    <message>
        <source>No notification server runs in this session.</source>
        <translation>当前会话没有运行通知服务。</translation>
    </message>
</context>
<context>
    <name>sockeye::CurlButton</name>
    <message>
        <source>&amp;Copy as curl</source>
        <translation>复制为 curl 命令(&amp;C)</translation>
    </message>
    <message>
        <source>Copies a query of this server as a command for a terminal. Secrets are left out.</source>
        <translation>将此服务器的一条查询复制为终端命令，不含任何密钥。</translation>
    </message>
    <message>
        <source>The last that failed</source>
        <translation>最近一次失败的查询</translation>
    </message>
    <message>
        <source>The last queries</source>
        <translation>最近的查询</translation>
    </message>
    <message>
        <source>range</source>
        <comment>a kind of query</comment>
        <translation>区间</translation>
    </message>
    <message>
        <source>instant</source>
        <comment>a kind of query</comment>
        <translation>瞬时</translation>
    </message>
</context>
<context>
    <name>sockeye::CustomRangeDialog</name>
    <message>
        <source>Time range</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>The end must come after the beginning.</source>
        <translation>结束时间必须晚于开始时间。</translation>
    </message>
</context>
<context>
    <name>sockeye::DataTable</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>sockeye::EndpointsPage</name>
    <message>
        <source>Prometheus servers</source>
        <translation>Prometheus 服务器</translation>
    </message>
    <message>
        <source>No Prometheus server yet. Add one to see a service from inside.</source>
        <translation>还没有 Prometheus 服务器。添加后即可从内部观测服务。</translation>
    </message>
    <message>
        <source>The address of the server, with its path prefix if it has one.</source>
        <translation>服务器地址；如有路径前缀，请一并填写。</translation>
    </message>
    <message>
        <source>Time li&amp;mit</source>
        <translation>时限(&amp;M)</translation>
    </message>
    <message>
        <source>From the request to the last byte of the answer.</source>
        <translation>从发出请求到收完响应。</translation>
    </message>
    <message>
        <source>New server</source>
        <translation>新服务器</translation>
    </message>
    <message>
        <source>Enter a name for the server.</source>
        <translation>请为服务器填写名称。</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>正在查询服务器…</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Looking for WebSocket services…</source>
        <translation>正在查找 WebSocket 服务…</translation>
    </message>
    <message>
        <source>Si&amp;ze limit</source>
        <translation>大小上限(&amp;Z)</translation>
    </message>
    <message>
        <source>Of an answer, unpacked. One that is larger is broken off, so that no server fills the memory.</source>
        <translation>单个应答解压后的大小。超过即中断，以免占满内存。</translation>
    </message>
</context>
<context>
    <name>sockeye::EntriesPage</name>
    <message>
        <source>A&amp;dd</source>
        <translation>添加(&amp;D)</translation>
    </message>
    <message>
        <source>Dup&amp;licate</source>
        <translation>复制(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>删除(&amp;R)</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>未填完</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1（副本）</translation>
    </message>
</context>
<context>
    <name>sockeye::MainWindow</name>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Probes</source>
        <translation>探测</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>%1 — Sockeye</source>
        <translation>%1 - Sockeye</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
</context>
<context>
    <name>sockeye::NetworkForm</name>
    <message>
        <source>Net&amp;work</source>
        <translation>网络(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation>请求头(&amp;H)</translation>
    </message>
    <message>
        <source>Sent with each request, one a line. Secrets do not go here.</source>
        <translation>随每个请求发送，每行一个。凭据不要填在这里。</translation>
    </message>
    <message>
        <source>As the environment says</source>
        <translation>按环境变量</translation>
    </message>
    <message>
        <source>No proxy</source>
        <translation>不使用代理</translation>
    </message>
    <message>
        <source>This proxy</source>
        <translation>使用此代理</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>The machine itself is always reached directly.</source>
        <translation>访问本机时始终直连。</translation>
    </message>
    <message>
        <source>Proxy URL</source>
        <translation>代理地址</translation>
    </message>
    <message>
        <source>Except for</source>
        <translation>例外</translation>
    </message>
    <message>
        <source>Hosts, .domains and networks, separated by commas.</source>
        <translation>主机、.域名和网段，以逗号分隔。</translation>
    </message>
    <message>
        <source>Proxy user</source>
        <translation>代理用户名</translation>
    </message>
    <message>
        <source>Leave empty when the proxy asks for none.</source>
        <translation>代理不要求登录时请留空。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Follow within the server</source>
        <translation>仅在同一服务器内跟随</translation>
    </message>
    <message>
        <source>Redirects</source>
        <translation>重定向</translation>
    </message>
    <message>
        <source>One to another server is never followed, but told.</source>
        <translation>指向其他服务器的重定向不会跟随，只会提示。</translation>
    </message>
    <message>
        <source>Outside of one&apos;s own network</source>
        <translation>仅在外部网络</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>Compress</source>
        <translation>压缩</translation>
    </message>
    <message>
        <source>Costs the server several times the work of the answer itself.</source>
        <translation>服务器为压缩付出的开销是响应本身的数倍。</translation>
    </message>
    <message>
        <source>headers</source>
        <translation>请求头</translation>
    </message>
    <message>
        <source>a proxy of its own</source>
        <translation>专用代理</translation>
    </message>
    <message>
        <source>no redirects</source>
        <translation>不跟随重定向</translation>
    </message>
    <message>
        <source>compression: %1</source>
        <translation>压缩：%1</translation>
    </message>
    <message>
        <source>As a script says (PAC)</source>
        <translation>按脚本选择（PAC）</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>http, https or file. It runs in a process of its own.</source>
        <translation>http、https 或 file 地址。脚本在独立进程中运行。</translation>
    </message>
</context>
<context>
    <name>sockeye::NotificationsPage</name>
    <message>
        <source>Notify me on the desktop</source>
        <translation>发送桌面通知</translation>
    </message>
    <message>
        <source>Also of warnings</source>
        <translation>警告也通知</translation>
    </message>
    <message>
        <source>Also when an alert is resolved</source>
        <translation>告警恢复时也通知</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>One notification for each critical alert, replaced in place while it lasts.</source>
        <translation>每个严重告警只发一条通知，持续期间原地更新。</translation>
    </message>
    <message>
        <source>Send a test notification</source>
        <translation>发送测试通知</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>Do not disturb is up to the desktop.</source>
        <translation>勿扰模式由桌面控制。</translation>
    </message>
    <message>
        <source>The desktop did not show it: %1</source>
        <translation>桌面未能显示：%1</translation>
    </message>
    <message>
        <source>Sent. If nothing appeared, the desktop may not be disturbed.</source>
        <translation>已发送。若没有出现，桌面可能处于勿扰模式。</translation>
    </message>
</context>
<context>
    <name>sockeye::OptionsForm</name>
    <message>
        <source>As the server has it</source>
        <translation>按服务器设置</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Deduplicate</source>
        <translation>去重</translation>
    </message>
    <message>
        <source>Series of several replicas are shown as one.</source>
        <translation>多个副本的序列合并显示。</translation>
    </message>
    <message>
        <source>Replica labels</source>
        <translation>副本标签</translation>
    </message>
    <message>
        <source>By which replicas differ, separated by commas.</source>
        <translation>用于区分副本的标签，以逗号分隔。</translation>
    </message>
    <message>
        <source>Partial answers</source>
        <translation>部分结果</translation>
    </message>
    <message>
        <source>Whether to show the rest where a store does not answer. The panel says so.</source>
        <translation>有存储未应答时是否仍显示其余数据。面板上会有标记。</translation>
    </message>
    <message>
        <source>Downsampling</source>
        <translation>降采样</translation>
    </message>
    <message>
        <source>auto, or how coarse samples may be at most: 0s (raw), 5m, 1h.</source>
        <translation>auto，或样本的最大间隔：0s（原始数据）、5m、1h。</translation>
    </message>
    <message>
        <source>Do not use it</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>Extra labels</source>
        <translation>附加标签</translation>
    </message>
    <message>
        <source>Each series has to have them: one name=value a line.</source>
        <translation>每条序列必须带有这些标签：每行一个 name=value。</translation>
    </message>
    <message>
        <source>Extra filters</source>
        <translation>附加筛选</translation>
    </message>
    <message>
        <source>Each series has to match them: one selector a line.</source>
        <translation>每条序列必须匹配：每行一个选择器。</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>小数位数</translation>
    </message>
    <message>
        <source>After the decimal point, from 0 to 100. Leave empty for all.</source>
        <translation>小数点后的位数，0 到 100。留空表示不舍入。</translation>
    </message>
    <message>
        <source>Cache of the server</source>
        <translation>服务器缓存</translation>
    </message>
    <message>
        <source>For samples that were written later than half a minute after their time.</source>
        <translation>适用于延迟半分钟以上才写入的样本。</translation>
    </message>
    <message>
        <source>deduplicated</source>
        <translation>去重</translation>
    </message>
    <message>
        <source>each replica</source>
        <translation>显示各副本</translation>
    </message>
    <message>
        <source>partial answers</source>
        <translation>允许部分结果</translation>
    </message>
    <message>
        <source>no partial answers</source>
        <translation>不允许部分结果</translation>
    </message>
    <message>
        <source>at most %1</source>
        <comment>%1: resolution of samples</comment>
        <translation>最大间隔 %1</translation>
    </message>
    <message>
        <source>%1 digits</source>
        <translation>%1 位小数</translation>
    </message>
    <message>
        <source>no cache</source>
        <translation>不用缓存</translation>
    </message>
</context>
<context>
    <name>sockeye::Panel</name>
    <message>
        <source>stale</source>
        <translation>数据过期</translation>
    </message>
    <message>
        <source>stale, %1</source>
        <extracomment>%1: an age, such as &quot;45 s ago&quot;</extracomment>
        <translation>数据过期，%1</translation>
    </message>
    <message>
        <source>Show data</source>
        <translation>显示数据</translation>
    </message>
</context>
<context>
    <name>sockeye::PathEdit</name>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
</context>
<context>
    <name>sockeye::ProbesPage</name>
    <message>
        <source>Probes</source>
        <translation>探测</translation>
    </message>
    <message>
        <source>No probes yet. A probe holds one WebSocket connection open and measures it.</source>
        <translation>还没有探测。探测会保持一条 WebSocket 连接并对其测量。</translation>
    </message>
    <message>
        <source>Add a probe endpoint…</source>
        <translation>添加探测端点…</translation>
    </message>
</context>
<context>
    <name>sockeye::Rail</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>sockeye::ResultCard</name>
    <message>
        <source>Result of the test</source>
        <translation>测试结果</translation>
    </message>
</context>
<context>
    <name>sockeye::RulesModel</name>
    <message>
        <source>On</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>For</source>
        <translation>持续时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>off</source>
        <translation>已关闭</translation>
    </message>
</context>
<context>
    <name>sockeye::SecretRows</name>
    <message>
        <source>File with the secret</source>
        <translation>存放凭据的文件</translation>
    </message>
    <message>
        <source>Typed here, for this session only</source>
        <translation>在此输入，仅本次会话有效</translation>
    </message>
    <message>
        <source>Read from a file</source>
        <translation>从文件读取</translation>
    </message>
    <message>
        <source>Secre&amp;t</source>
        <translation>凭据来源(&amp;T)</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Held in memory until Sockeye ends, never written to a file.</source>
        <translation>只保存在内存中直到 Sockeye 退出，不写入文件。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Read anew for each request.</source>
        <translation>每次请求时重新读取。</translation>
    </message>
    <message>
        <source>Entered in this session</source>
        <translation>本次会话已输入</translation>
    </message>
    <message>
        <source>Kept by the keychain</source>
        <translation>保存在密钥环中</translation>
    </message>
    <message>
        <source>Kept in the keychain</source>
        <translation>已保存在密钥环中</translation>
    </message>
    <message>
        <source>Kept by the desktop&apos;s keychain (GNOME Keyring, KWallet).</source>
        <translation>由桌面密钥环保存（GNOME Keyring、KWallet）。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Use a file instead</source>
        <translation>改用文件</translation>
    </message>
    <message>
        <source>Not stored: Sockeye holds it until it ends. %1</source>
        <comment>%1: the reason</comment>
        <translation>未存入密钥环，Sockeye 退出前仅保留在内存中。%1</translation>
    </message>
</context>
<context>
    <name>sockeye::ServiceList</name>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Filter services</source>
        <translation>筛选服务</translation>
    </message>
    <message>
        <source>Services, worst first</source>
        <translation>服务，最严重的在前</translation>
    </message>
</context>
<context>
    <name>sockeye::ServicesPage</name>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>No service yet. Those that Sockeye finds in Prometheus appear by themselves.</source>
        <translation>还没有服务。Sockeye 在 Prometheus 中发现的服务会自动出现。</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Prometheus</source>
        <translation>Prometheus(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Matchers</source>
        <translation>匹配条件(&amp;M)</translation>
    </message>
    <message>
        <source>Which series belong to the service, as in PromQL.</source>
        <translation>哪些序列属于该服务，写法与 PromQL 相同。</translation>
    </message>
    <message>
        <source>None</source>
        <comment>no metric profile</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>Pro&amp;file</source>
        <translation>指标方案(&amp;F)</translation>
    </message>
    <message>
        <source>Tells what the server calls its metrics.</source>
        <translation>说明服务端的指标名称。</translation>
    </message>
    <message>
        <source>Pro&amp;bes</source>
        <translation>探测(&amp;B)</translation>
    </message>
    <message>
        <source>The probe endpoints that see this service from outside.</source>
        <translation>从外部观测该服务的探测端点。</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Your expression</source>
        <translation>自定义表达式</translation>
    </message>
    <message>
        <source>&amp;Queries</source>
        <translation>查询(&amp;Q)</translation>
    </message>
    <message>
        <source>Replace what the profile asks. $sel stands for the matchers, $w for the window of rates.</source>
        <translation>替换方案中的查询。$sel 代表匹配条件，$w 代表速率窗口。</translation>
    </message>
    <message>
        <source>New service</source>
        <translation>新服务</translation>
    </message>
    <message>
        <source>probes only</source>
        <translation>仅探测</translation>
    </message>
    <message numerus="yes">
        <source>%n probe(s)</source>
        <translation>
            <numerusform>%n 个探测</numerusform>
        </translation>
    </message>
    <message>
        <source>None, probes only</source>
        <translation>无，仅探测</translation>
    </message>
    <message>
        <source>The profile asks: %1</source>
        <translation>方案中的查询：%1</translation>
    </message>
    <message>
        <source>The profile has nothing for it.</source>
        <translation>方案中没有对应的查询。</translation>
    </message>
    <message>
        <source>Enter a name for the service.</source>
        <translation>请为服务填写名称。</translation>
    </message>
    <message>
        <source>Matchers look like this: job=&quot;api&quot;, region=~&quot;eu-.*&quot;</source>
        <translation>匹配条件的写法：job=&quot;api&quot;, region=~&quot;eu-.*&quot;</translation>
    </message>
</context>
<context>
    <name>sockeye::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Changes take effect when you apply them.</source>
        <translation>改动在应用后生效。</translation>
    </message>
    <message>
        <source>T&amp;est</source>
        <translation>测试(&amp;E)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>应用(&amp;A)</translation>
    </message>
    <message>
        <source>OK</source>
        <comment>button</comment>
        <translation>确定</translation>
    </message>
    <message>
        <source>Prometheus servers</source>
        <translation>Prometheus 服务器</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Probe endpoints</source>
        <translation>探测端点</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Stop t&amp;est</source>
        <translation>停止测试(&amp;E)</translation>
    </message>
    <message>
        <source>The keychain is storing a secret. It may ask for its password.</source>
        <translation>正在存入密钥环，可能会要求输入密钥环的密码。</translation>
    </message>
    <message>
        <source>The secret of %1 is not in the keychain: Sockeye holds it until it ends. %2</source>
        <comment>%1: a server or an endpoint, %2: the reason</comment>
        <translation>%1 的凭据未存入密钥环，Sockeye 退出前仅保留在内存中。%2</translation>
    </message>
</context>
<context>
    <name>sockeye::SignInForm</name>
    <message>
        <source>None</source>
        <comment>no sign-in</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>User name and password</source>
        <translation>用户名和密码</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>OAuth 2 client credentials</source>
        <translation>OAuth 2 客户端凭据</translation>
    </message>
    <message>
        <source>Token from a command</source>
        <translation>由命令获取令牌</translation>
    </message>
    <message>
        <source>Sign &amp;in</source>
        <translation>登录方式(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>用户名(&amp;U)</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>The word before the token. Nearly every server wants Bearer.</source>
        <translation>令牌前的单词。几乎所有服务器都要求 Bearer。</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>客户端 ID</translation>
    </message>
    <message>
        <source>Token URL</source>
        <translation>令牌地址</translation>
    </message>
    <message>
        <source>Gives out tokens, which are renewed before they expire.</source>
        <translation>用于签发令牌，令牌会在过期前更新。</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>权限范围</translation>
    </message>
    <message>
        <source>Separated by spaces. Leave empty when none are asked for.</source>
        <translation>以空格分隔。不要求时请留空。</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>附加参数</translation>
    </message>
    <message>
        <source>Further fields of the request for a token, one a line. Secrets do not go here.</source>
        <translation>令牌请求的附加字段，每行一个。凭据不要填在这里。</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Read from %1</source>
        <translation>从 %1 读取</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>客户端密钥</translation>
    </message>
    <message>
        <source>Started without a shell; prints a token, or what kubectl&apos;s plug-ins print.</source>
        <translation>不经 shell 启动；应输出令牌，或 kubectl 插件格式的内容。</translation>
    </message>
</context>
<context>
    <name>sockeye::StateTimelinePanel</name>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
</context>
<context>
    <name>sockeye::TargetsPage</name>
    <message>
        <source>Probe endpoints</source>
        <translation>探测端点</translation>
    </message>
    <message>
        <source>No probe endpoint yet. Add one to see a service from outside.</source>
        <translation>还没有探测端点。添加后即可从外部观测服务。</translation>
    </message>
    <message>
        <source>One connection to it is opened and held.</source>
        <translation>会打开并保持一条到它的连接。</translation>
    </message>
    <message>
        <source>Su&amp;bprotocol</source>
        <translation>子协议(&amp;B)</translation>
    </message>
    <message>
        <source>Offered and required. Leave empty for none.</source>
        <translation>握手时提出并要求。留空表示不用。</translation>
    </message>
    <message>
        <source>&amp;Ping every</source>
        <translation>ping 间隔(&amp;P)</translation>
    </message>
    <message>
        <source>P&amp;ong within</source>
        <translation>pong 时限(&amp;O)</translation>
    </message>
    <message>
        <source>A connection that does not answer for so long counts as dead.</source>
        <translation>超过该时间无响应的连接视为失效。</translation>
    </message>
    <message>
        <source>New endpoint</source>
        <translation>新端点</translation>
    </message>
    <message>
        <source>Enter a name for the endpoint.</source>
        <translation>请为端点填写名称。</translation>
    </message>
    <message>
        <source>Open. Waiting for the answer to a ping…</source>
        <translation>已打开，正在等待 ping 的响应…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
</context>
<context>
    <name>sockeye::ThresholdsPage</name>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>For at least</source>
        <translation>至少持续</translation>
    </message>
    <message>
        <source>Threshold of %1</source>
        <translation>%1 的阈值</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds, behind a number</comment>
        <translation> 秒</translation>
    </message>
    <message>
        <source>How long %1 has to hold</source>
        <translation>%1 需持续的时间</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Reset %1 to what Sockeye ships</source>
        <translation>把 %1 重置为 Sockeye 的默认值</translation>
    </message>
</context>
<context>
    <name>sockeye::Tile</name>
    <message>
        <source>limit %1 since %2</source>
        <extracomment>%1: a threshold such as 300 ms, %2: a time</extracomment>
        <translation>阈值 %1，自 %2 起</translation>
    </message>
    <message>
        <source>limit %1</source>
        <extracomment>%1: a threshold such as 300 ms</extracomment>
        <translation>阈值 %1</translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>加载中…</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>平稳</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <extracomment>%1: a change such as +12 %, %2: a length of time</extracomment>
        <translation>%2内 %1</translation>
    </message>
</context>
<context>
    <name>sockeye::TimeSeriesPanel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>sockeye::TlsForm</name>
    <message>
        <source>T&amp;LS</source>
        <translation>TLS(&amp;L)</translation>
    </message>
    <message>
        <source>Verify with the system certificates</source>
        <translation>使用系统证书校验</translation>
    </message>
    <message>
        <source>Verify with a CA file</source>
        <translation>使用 CA 文件校验</translation>
    </message>
    <message>
        <source>Do not verify</source>
        <translation>不校验</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA 文件</translation>
    </message>
    <message>
        <source>CA &amp;file</source>
        <translation>CA 文件(&amp;F)</translation>
    </message>
    <message>
        <source>Certificates in PEM form.</source>
        <translation>PEM 格式的证书。</translation>
    </message>
    <message>
        <source>Server name</source>
        <translation>服务器名称</translation>
    </message>
    <message>
        <source>Stands in the certificate, where it is another than in the URL.</source>
        <translation>证书中的名称与地址中的不同时填写。</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>客户端证书</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>For servers that want to see one of the client.</source>
        <translation>用于要求客户端证书的服务器。</translation>
    </message>
    <message>
        <source>Private key of the client certificate</source>
        <translation>客户端证书的私钥</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>私钥</translation>
    </message>
    <message>
        <source>In PEM form, without a pass phrase.</source>
        <translation>PEM 格式，不带口令。</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>按系统设置</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>最低版本</translation>
    </message>
    <message>
        <source>Anybody between here and the server can read the secret and forge the answers.</source>
        <translation>链路上的任何人都能读取凭据并伪造响应。</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>未校验</translation>
    </message>
    <message>
        <source>own CA</source>
        <translation>自有 CA</translation>
    </message>
    <message>
        <source>client certificate</source>
        <translation>客户端证书</translation>
    </message>
</context>
<context>
    <name>sockeye::TopBar</name>
    <message>
        <source>Earlier</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>更晚</translation>
    </message>
    <message>
        <source>Follow the present</source>
        <translation>跟随当前时间</translation>
    </message>
    <message>
        <source>Refresh interval</source>
        <translation>刷新间隔</translation>
    </message>
    <message>
        <source>Demo: break something</source>
        <translation>演示：制造故障</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>每 %1</translation>
    </message>
    <message>
        <source>● Live</source>
        <translation>● 实时</translation>
    </message>
    <message>
        <source>Last %1</source>
        <translation>最近 %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Custom…</source>
        <translation>自定义…</translation>
    </message>
    <message>
        <source>Handle messages slowly (1.5 s) for 2 min</source>
        <translation>消息处理变慢（1.5 秒），持续 2 分钟</translation>
    </message>
    <message>
        <source>Drop connections without a close frame for 1 min</source>
        <translation>不发关闭帧直接断开连接，持续 1 分钟</translation>
    </message>
    <message>
        <source>Close connections with 1012 for 1 min</source>
        <translation>以 1012 关闭连接，持续 1 分钟</translation>
    </message>
    <message>
        <source>Refuse upgrades with 503 for 2 min</source>
        <translation>以 503 拒绝升级，持续 2 分钟</translation>
    </message>
    <message>
        <source>Stop reading while TCP stays open for 1 min</source>
        <translation>保持 TCP 但停止读取，持续 1 分钟</translation>
    </message>
    <message>
        <source>Reconnect storm for 1 min</source>
        <translation>重连风暴，持续 1 分钟</translation>
    </message>
    <message>
        <source>Fail 30 % of the messages for 2 min</source>
        <translation>让 30 % 的消息处理失败，持续 2 分钟</translation>
    </message>
    <message>
        <source>Burn 95 % of a core for 2 min</source>
        <translation>占用一个核心的 95 %，持续 2 分钟</translation>
    </message>
    <message>
        <source>Leak 220 MB of memory for 2 min</source>
        <translation>泄漏 220 MB 内存，持续 2 分钟</translation>
    </message>
    <message>
        <source>Switch /metrics off for 2 min</source>
        <translation>关闭 /metrics，持续 2 分钟</translation>
    </message>
    <message>
        <source>Mend everything</source>
        <translation>全部恢复</translation>
    </message>
    <message>
        <source>Alerts fire after 15 s here, not after minutes.</source>
        <translation>此处告警在 15 秒后触发，而不是几分钟。</translation>
    </message>
    <message>
        <source>Go live</source>
        <translation>回到实时</translation>
    </message>
</context>
<context>
    <name>sockeye::TrayIcon</name>
    <message>
        <source>Open Sockeye</source>
        <translation>打开 Sockeye</translation>
    </message>
    <message>
        <source>Pause watching</source>
        <translation>暂停监控</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Resume watching</source>
        <translation>恢复监控</translation>
    </message>
</context>
<context>
    <name>sockeye::WelcomePage</name>
    <message>
        <source>What do you want to watch?</source>
        <translation>要监控什么？</translation>
    </message>
    <message>
        <source>Prometheus URL</source>
        <translation>Prometheus 地址</translation>
    </message>
    <message>
        <source>The server&apos;s address, with its path prefix if it has one, such as https://prom.example.net/prometheus.</source>
        <translation>服务器地址；如有路径前缀，请一并填写，例如 https://prom.example.net/prometheus。</translation>
    </message>
    <message>
        <source>WebSocket endpoint</source>
        <translation>WebSocket 端点</translation>
    </message>
    <message>
        <source>A ws:// or wss:// address. Sockeye holds one connection open and measures it. No Prometheus is needed.</source>
        <translation>ws:// 或 wss:// 地址。Sockeye 会保持一条连接并对其测量，无需 Prometheus。</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Test: %1</source>
        <translation>测试：%1</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add: %1</source>
        <translation>添加：%1</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>试用演示</translation>
    </message>
    <message>
        <source>Runs a WebSocket service with 200 clients and a Prometheus on this machine, only while Sockeye runs. Break it from the Demo menu and see what happens.</source>
        <translation>在本机运行带 200 个客户端的 WebSocket 服务和一个 Prometheus，随 Sockeye 退出而结束。可从“演示”菜单制造故障，看看会发生什么。</translation>
    </message>
    <message>
        <source>Start the demo</source>
        <translation>启动演示</translation>
    </message>
    <message>
        <source>Starting the demo service and its Prometheus…</source>
        <translation>正在启动演示服务及其 Prometheus…</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>正在查询…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Open after %1.</source>
        <translation>打开耗时 %1。</translation>
    </message>
</context>
</TS>
