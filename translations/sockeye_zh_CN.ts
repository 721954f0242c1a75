<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>Errors</name>
    <message>
        <source>%1 The server says: “%2”.</source>
        <comment>%1: a sentence, %2: the server&apos;s own words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mistake is in line %1, column %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the expression.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sockeye asks again in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sockeye asks again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus does not understand the query.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus could not execute the query.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for less, or correct the expression.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query took longer than the server allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a shorter time, or for fewer series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server canceled the query.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is not available.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server had an error of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look into the log of the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no host named %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling of the address and the name server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the server runs and that the port is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 closed the connection before the answer was complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sockeye asks again by itself. If this stays, look into the log of the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no way to %1 from this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network, the VPN and the firewall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy does not let the request to %1 through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the proxy settings of the system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gave no complete answer within %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the server, or allow more time in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of %1 is not valid HTTP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address: another program may listen there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was no answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>401: the server did not accept the user name, password or token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a valid one in Settings, Prometheus servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>403: this sign-in may not query the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the right to query, or sign in as somebody else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>404: there is no Prometheus API at this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path prefix of the URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>429: the server wants fewer requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the query is too long for the server or its proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten the expression, or raise the limit of the proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the proxy cannot reach Prometheus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that Prometheus runs behind the proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>503: Prometheus is starting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>503: Prometheus is shutting down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program than Prometheus answers at this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the URL: it is the address where the web page of Prometheus opens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is not what the Prometheus API promises.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that no proxy changes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query gives more series than can be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum the series up, or add a matcher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the right CA file, or renew the certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server redirects to another address, which Sockeye does not follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the final address: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is larger than %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CA file cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a readable PEM file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canceled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password or token is kept for one session only and was not entered in this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter it in Settings, or let it be read from a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with the password or token, %1, cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path and the permissions of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password or token is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter it in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with the password or token, %1, is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the password or token into the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter an address such as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address has to begin with %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>:// or </source>
        <comment>between two schemes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address names no host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address contains a user name or password, which would end up in logs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter them under Sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address has a part behind #.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the # and what follows it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventLine</name>
    <message>
        <source>%1: %2</source>
        <comment>a service and a rule</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a sentence and a detail</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a sentence and a value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, threshold %3</source>
        <comment>a sentence, a value and a threshold</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 firing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no data to evaluate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be evaluated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot see %1: %2</source>
        <comment>a service, and why</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can be seen again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The notification about %1 was not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old data were dropped to stay within memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration could not be read and was set aside</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileErrors</name>
    <message>
        <source>a string</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of strings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new one was begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was kept as %1, and a new one was begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a sentence, and the system&apos;s own words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not valid JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not valid JSON: there is a mistake at byte %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the file, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document has to be one JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is missing; it has to be %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it to the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has to be %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was written by a newer version of Sockeye.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Sockeye to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the permissions of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the permissions of the folder. The changes stay until Sockeye ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: the disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room. The changes stay until Sockeye ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history %1 cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the permissions of its folder. Until then nothing is remembered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history %1 is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history %1 was written by a newer version of Sockeye.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history %1 cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens now will not be remembered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history %1 cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Sockeye again; if this stays, move the file away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history cannot be written: the disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room. Until then nothing is remembered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo needs the program %1, which is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it, or name its path in SOCKEYE_PROMETHEUS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the program may be executed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not become ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the demo again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ended unexpectedly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration of the demo cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the free space and the permissions of the data folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notification</name>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PanelWords</name>
    <message>
        <source>The service does not export the metric that this panel shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No probe endpoint is assigned to this service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This service has no Prometheus server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus has no data for this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot see it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot see %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot see it since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot see %1 since %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was not heard yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the query to Prometheus failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its scrape target is down, Prometheus answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus answers, but has no data of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the probes do not report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>watching is paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the cause is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>what cannot be seen, and why</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Last %2.</source>
        <comment>a sentence, and the last number of connections that was seen</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No news since %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No news.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot see it: %1.</source>
        <comment>%1: why</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProbeErrors</name>
    <message>
        <source>%1 (%2)</source>
        <comment>a sentence, and the library&apos;s own words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the server runs and that the port is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network and the firewall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the host was not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling of the address and the name server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused the TCP connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not answer to TCP in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The TCP connection failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no way to the server from this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of the server was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the right CA file, or renew the certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The TLS handshake did not end in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the server speaks TLS on this port, or use ws://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection ended: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sockeye connects again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the sign-in and the extra headers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path of the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look into the log of the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server took the connection, but did not answer to the upgrade in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that a WebSocket service listens at this path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused the upgrade with HTTP status %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s answer to the upgrade is not valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address, and the subprotocol if one is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password or token is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter it in Settings, or let it be read from a file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProbeWords</name>
    <message>
        <source>normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>going away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>protocol error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no code given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invalid data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>policy violation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>message too big</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>extension missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>service restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try again later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bad gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>registered</source>
        <comment>a close code that a library registered</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>application</source>
        <comment>a close code of the application&apos;s own</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer to TCP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network unreachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer to TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer to the upgrade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upgrade refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invalid upgrade answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>secret missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed without a code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no pong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed by Sockeye</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeWords</name>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <comment>milliseconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two units of a duration, such as 2 h 5 min</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopSentence</name>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n probe(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Everything was heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, all heard.</source>
        <comment>%1: number of services or of probes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, all heard.</source>
        <comment>numbers of services and of probes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the facts of a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>ends a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a value, and how it stands to the threshold: 1.2 s, above 1 s</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>an alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>a service, and the rule that fires</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 is pending.</source>
        <comment>a service, and the rule whose condition holds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as last seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n service(s) cannot be seen.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>a service without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is watched yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a Prometheus server or a WebSocket endpoint, or try the demo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the first answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no connection from here.</source>
        <comment>%1: a probe endpoint</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watching is paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a service, and the rule that fires</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 resolved</source>
        <comment>a service, and the rule that fired</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot see %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can be seen again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, threshold %2, since %3.</source>
        <comment>value, threshold, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now %1, threshold %2. It fired since %3.</source>
        <comment>value, threshold, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It fired since %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of %1 was seen since %2. Alerts stand as they were last seen.</source>
        <comment>%1: a service, %2: time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be seen since %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside P50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside P95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside P99</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside RTT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RTT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes by code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P99 inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RTT from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P99 latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections halved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probe down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scrape target down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No probe connection open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus cannot scrape the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections, compared with 5 min before, %1</source>
        <comment>%1: comparison with a percentage, such as below 50 %</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>rule and comparison, such as: P99 latency above 1 s</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <comment>%1: condition, %2: duration</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at or above %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at or below %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equal to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other than %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>critical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inactive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>firing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not evaluated yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <comment>the evaluation of a rule works</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot evaluate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not watched</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sockeye::TrayIcon</name>
    <message>
        <source>Open Sockeye</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume watching</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
